"""A case as files that other programs know: UCDP GED's columns, GeoJSON, flat claims, Parquet, a data package."""
