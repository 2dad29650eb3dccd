"""From tables to pages: papermill runs, exhibits on disk, the Sphinx extension, the build of the book."""
