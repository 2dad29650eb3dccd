-- How many of the towns that a document counts are also named. Towns that joined the tier after the date of the
-- count are left out: a tier is held from its printed date; without one, the first that is known of a town counts
-- as held all along and each further one from the month of its publication. Of several held at the date the one
-- published last counts.
-- Without a count the tier is the present one.
CREATE TABLE naming AS
WITH since AS (
    SELECT town, tier, nth, source, month_of(published) AS told, CASE
        WHEN since <> '' THEN first_month(since)
        WHEN nth > 1 THEN month_of(published)
    END AS held_from
    FROM held
), at_count AS (
    SELECT c.area, c.tier, named.town, arg_max(since.tier, since.nth) AS held_tier,
        -- before a tier without a date was told of, the town may not have held it yet, unless the count's own
        -- document names it in the tier
        arg_max(since.held_from IS NOT NULL OR c.last IS NULL OR told <= c.last OR since.source = rows.source, since.nth)
            AS sure
    FROM tier_counts AS c LEFT JOIN rows ON rows.id = c.id
    JOIN inside ON inside.above = c.area
    JOIN named ON named.area = inside.area
    JOIN since ON since.town = named.town 
        AND (since.held_from IS NULL OR c.last IS NULL OR since.held_from <= c.last)
    GROUP BY c.area, c.tier, named.town
), names AS (
    SELECT area, tier, count(*) AS n, count(*) FILTER (sure) AS least, list(town) AS towns FROM at_count WHERE held_tier = tier GROUP BY area, tier
)
SELECT area, tier, id, printed, coalesce(n, 0) AS n, coalesce(least, 0) AS least, coalesce(towns, []) AS towns, value, ends, coalesce(divides(ends), false) AS known
FROM tier_counts LEFT JOIN names USING (area, tier);

INSERT INTO answers (id, value, ends, unit, verdict, observations)
SELECT 'named-share-' || area || '-' || tier,
    CASE WHEN known THEN n / value END, CASE WHEN known THEN divide(span(least, n), ends) END, 'ratio',
    CASE WHEN known THEN '' ELSE 'not_reported' END, CASE WHEN printed THEN [id] ELSE [] END
FROM naming;
INSERT INTO answers (id, value, ends, unit, towns)
SELECT 'named-at-count-' || area || '-' || tier, n, span(least, n), 'towns', towns FROM naming;
-- By present tier: of a tier that no named town holds there is no count.
INSERT INTO answers (id, value, unit, towns)
SELECT 'named-all-' || coalesce(nullif(tier, ''), 'none'), count(*), 'towns', list(town) FROM named GROUP BY tier;
INSERT INTO answers (id, value) SELECT 'naming-full', count(*) FILTER (known AND least >= ends.high) FROM naming;
INSERT INTO answers (id, value) SELECT 'naming-known', count(*) FILTER (known) FROM naming;
INSERT INTO answers (id, value, unit, towns) SELECT 'towns-named', count(*), 'towns', all_of(town) FROM named;
