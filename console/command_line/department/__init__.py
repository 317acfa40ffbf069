"""`department`: packages taken in, keys registered, who has not reported, receipts."""
