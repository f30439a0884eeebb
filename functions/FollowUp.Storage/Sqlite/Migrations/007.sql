-- The text that searches look in is folded in another way, which SQL cannot do: SearchRefold builds the texts of the dossiers up to this key
-- anew, and remembers how far it is. Without a row there is nothing to do.

CREATE TABLE search_refold (done INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
INSERT INTO search_refold SELECT 0, max(key) FROM dossiers HAVING max(key) IS NOT NULL;
