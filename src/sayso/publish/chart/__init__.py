"""Charts as SVG: complete without a script or a style, read in `currentColor`, dressed by classes."""
