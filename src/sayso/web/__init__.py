"""The workbench: the ledger read, judged and corrected in a browser."""
