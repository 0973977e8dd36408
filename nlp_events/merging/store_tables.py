"""The tables of a store, and what is asked of them, in the SQL of DuckDB."""

TABLES = """
CREATE TABLE IF NOT EXISTS format (version INTEGER);
CREATE TABLE IF NOT EXISTS articles (
    position BIGINT, digest VARCHAR, doc_id VARCHAR, published VARCHAR, title VARCHAR, figures VARCHAR,
    signature VARCHAR, copy_of VARCHAR, keys UINTEGER[]);
CREATE TABLE IF NOT EXISTS tellings (
    position BIGINT, number INTEGER, doc_id VARCHAR, telling_id VARCHAR, data VARCHAR);
CREATE TABLE IF NOT EXISTS placements (
    telling_id VARCHAR, incident_id VARCHAR, score DOUBLE, reason VARCHAR);
CREATE TEMP TABLE incoming (
    entry BIGINT, digest VARCHAR, doc_id VARCHAR, published VARCHAR, title VARCHAR, figures VARCHAR, signature VARCHAR,
    keys UINTEGER[], tellings VARCHAR[], telling_ids VARCHAR[]);
CREATE TEMP TABLE moves (telling_id VARCHAR, incident_id VARCHAR, reason VARCHAR);
"""
# One doc_id, one article: of two in one input the choice must not depend on which came first.
CHOOSE = """
CREATE TEMP TABLE chosen AS
SELECT (SELECT coalesce(max(position), -1) FROM articles)
       + row_number() OVER (ORDER BY published NULLS LAST, doc_id) AS position, incoming.*
FROM incoming
JOIN (SELECT doc_id, arg_min(entry, (digest, entry)) AS entry FROM incoming GROUP BY doc_id) USING (doc_id, entry)
WHERE doc_id NOT IN (SELECT doc_id FROM articles)
"""
TAKE = """
INSERT INTO articles SELECT position, digest, doc_id, published, title, figures, signature, NULL, keys FROM chosen;
INSERT INTO tellings
SELECT position, number, doc_id, telling_ids[number], tellings[number]
FROM (SELECT *, unnest(range(1, len(tellings) + 1))::INTEGER AS number FROM chosen);
"""
# An earlier run may have ended before it placed what it had read.
LAST = """
SELECT coalesce((SELECT min(position) - 1 FROM tellings ANTI JOIN placements USING (telling_id)),
                (SELECT max(position) FROM articles), -1)
"""
LEFT_OUT = """
SELECT count(*), count(*) FILTER (articles.digest <> incoming.digest)
FROM incoming JOIN articles USING (doc_id)
WHERE entry NOT IN (SELECT entry FROM chosen)
"""
# In each band, an article is paired with the first that shares it and with the one before: pairs stay as many as bands.
PAIRS = """
WITH bands AS (
    SELECT position, figures, band, substr(signature, band * $width + 1, $width) AS key
    FROM articles, (SELECT unnest(range($bands)) AS band)),
near AS (
    SELECT position, first_value(position) OVER shared AS first, lag(position) OVER shared AS previous
    FROM bands WINDOW shared AS (PARTITION BY band, key, figures ORDER BY position)),
pairs AS (
    SELECT position, first AS other FROM near WHERE first < position
    UNION SELECT position, previous FROM near WHERE previous IS NOT NULL)
SELECT one.position, one.signature, other.position, other.doc_id, other.signature, other.copy_of
FROM pairs
JOIN articles AS one ON one.position = pairs.position
JOIN articles AS other ON other.position = pairs.other
WHERE one.position > $after
ORDER BY one.position, other.position
"""
OUTPUT = """
WITH placed AS (
    SELECT coalesce(moves.incident_id, placements.incident_id) AS incident_id, position, doc_id, telling_id, score,
           coalesce(moves.reason, placements.reason) AS reason, data,
           row_number() OVER (ORDER BY position, number) AS place
    FROM tellings JOIN placements USING (telling_id) LEFT JOIN moves USING (telling_id))
SELECT incident_id, placed.doc_id, published, title, copy_of, telling_id, score, reason, data
FROM placed JOIN articles USING (position)
ORDER BY min(place) OVER (PARTITION BY incident_id), place
"""
