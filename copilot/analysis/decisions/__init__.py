"""Decision records: read from Markdown, checked, compared, judged against what came of them."""
