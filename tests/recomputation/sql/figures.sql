-- Figures with a number, each once: where several documents print one, what was published later counts, and of two
-- of one day the one whose id sorts last (docs/decisions/reprints-revisions-conflicts.md). Two prints are of one
-- figure where all dimensions, unit and coverage agree and the period is printed; rows of one document are never
-- taken for one another.
CREATE TABLE figures AS
SELECT rows.*, allowed.ends
FROM rows JOIN allowed USING (id)
QUALIFY period = '' OR source = first_value(source) OVER (
    PARTITION BY area, tier, town, indicator, kind, period, unit, normal ORDER BY published DESC, id DESC
);

-- States: numbers of towns of a tier, of its towns and nothing else, with a printed date.
CREATE VIEW states AS
SELECT * FROM figures WHERE indicator = 'towns' AND kind = 'level' AND normal AND period <> '';
-- "The number of towns of a tier is the latest that a document prints for the tier as a whole" (methods, "Tiers
-- and names").
CREATE TABLE latest_states AS
SELECT * FROM states
QUALIFY row_number() OVER (PARTITION BY area, tier ORDER BY last DESC, published DESC, id DESC) = 1;

-- The size above which a document counts the projects of a tier. Its period is that of the document, whatever year is counted
-- (docs/decisions/periods.md).
CREATE TABLE least_sizes AS
SELECT area, tier, source, arg_max(value, id) AS least_size FROM rows
WHERE kind = 'threshold' AND indicator = 'project_size' AND value IS NOT NULL GROUP BY area, tier, source;

-- The cities with a figure of normal status about their own towns.
CREATE TABLE cities AS
SELECT DISTINCT rows.area FROM rows JOIN city_of USING (area)
WHERE rows.tier <> '' AND rows.normal AND city_of.level = 'city';
