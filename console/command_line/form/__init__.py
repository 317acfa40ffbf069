"""The command `form`: printed forms as PDF, DOCX, XLSX, CSV or JSON, and what people add to them by hand."""
