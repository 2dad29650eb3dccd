-- What an edition knows: all documents published up to its cutoff. A date known only to the month or year is read
-- at its latest (methods, "Editions").
CREATE TABLE documents AS
SELECT
    file_sources.*,
    CASE length(published)
        WHEN 4 THEN make_date(published::INTEGER, 12, 31)
        WHEN 7 THEN last_day((published || '-01')::DATE)
        ELSE published::DATE
    END AS latest
FROM file_sources;
DELETE FROM documents
WHERE latest > (SELECT cutoff::DATE FROM file_editions WHERE id = getvariable('edition'));

-- The printed figures of these documents. `normal`: it covers the towns of a tier and nothing else, be it
-- provisional.
CREATE TABLE rows AS
SELECT
    o.* EXCLUDE (observation_id, value, value_high, line),
    o.observation_id AS id,
    o.line::INTEGER AS line,
    o.value AS written,
    nullif(o.value, '')::DOUBLE AS value,
    nullif(o.value_high, '')::DOUBLE AS value_high,
    d.latest AS published,
    o.status IN ('A', 'P') AS normal,
    first_month(o.period) AS first,
    last_month(o.period) AS last,
    last_month(o.period) - first_month(o.period) + 1 AS months
FROM file_observations AS o JOIN documents AS d ON o.source = d.id;

-- Each tier that a document says a town holds, and the present one: that of the document published last.
CREATE TABLE held AS
SELECT
    t.*,
    d.latest AS published,
    row_number() OVER (PARTITION BY t.town ORDER BY d.latest, t.place) AS nth,
    row_number() OVER (PARTITION BY t.town ORDER BY d.latest DESC, t.place DESC) = 1 AS present
FROM file_towns AS t JOIN documents AS d ON t.source = d.id;
CREATE VIEW named AS SELECT * FROM held WHERE present;
