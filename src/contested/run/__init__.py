"""Running the pipeline over many reports."""
