"""Page models as files that other programs open: DOCX for a clerk, XLSX and CSV for whoever counts.

Rule: octets out, nothing opened or written here; the look on paper is the painter's, these keep its order and words.
"""
