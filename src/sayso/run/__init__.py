"""Wiring: packs, the flow for a document and for many, what a claim rests on."""
