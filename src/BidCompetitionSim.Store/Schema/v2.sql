-- Version 2. What the model was when the experiment was played: its ODD protocol, Markdown, gzip; null in experiments of older programs.
ALTER TABLE experiment ADD COLUMN odd BLOB;
