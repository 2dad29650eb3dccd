-- How many towns stand behind a figure of a tier (methods, "Tiers and names"): a count of the same period decides, or one
-- of the figure's own document as of the period's last month, by which states are dated (docs/decisions/periods.md); that
-- of the own document goes before others, then the later published. Else the last count before the end of the period and
-- the first after it, unless the last before is as of that very month. Where counts differ, the interval holds them all
-- and the value is its middle. A figure without a period is placed in the month of its publication (`dated` is false).
CREATE TABLE towns_behind AS
WITH placed AS (
    SELECT id, area, tier, source, period <> '' AS dated,
        CASE WHEN period <> '' THEN period ELSE strftime(published, '%Y-%m') END AS period,
        CASE WHEN period <> '' THEN last ELSE month_of(published) END AS last
    FROM rows WHERE tier <> ''
), same AS (
    SELECT placed.id, count.id AS count_id
    FROM placed JOIN figures AS count
        ON count.area = placed.area AND count.tier = placed.tier
        AND (count.period = placed.period OR (
            count.source = placed.source AND count.first = count.last AND count.last = placed.last))
        AND count.indicator = 'towns' AND count.kind = 'level'
    QUALIFY row_number() OVER (
        PARTITION BY placed.id
        ORDER BY count.source = placed.source DESC, count.published DESC, count.period = placed.period DESC, count.id
    ) = 1
), before AS (
    SELECT placed.id, state.id AS count_id, state.first = state.last AND state.last = placed.last AS at_the_month
    FROM placed JOIN states AS state
        ON state.area = placed.area AND state.tier = placed.tier AND state.last <= placed.last
    WHERE placed.id NOT IN (SELECT id FROM same)
    QUALIFY row_number() OVER (
        PARTITION BY placed.id ORDER BY state.last DESC, state.published DESC, state.id DESC
    ) = 1
), after AS (
    SELECT placed.id, state.id AS count_id
    FROM placed JOIN states AS state
        ON state.area = placed.area AND state.tier = placed.tier AND state.last > placed.last
    WHERE placed.id NOT IN (SELECT id FROM same)
        AND placed.id NOT IN (SELECT id FROM before WHERE at_the_month)
    QUALIFY row_number() OVER (
        PARTITION BY placed.id ORDER BY state.last, state.published DESC, state.id DESC
    ) = 1
), chosen AS (
    SELECT id, count_id FROM same
    UNION ALL SELECT id, count_id FROM before
    UNION ALL SELECT id, count_id FROM after
)
SELECT chosen.id, any_value(placed.dated) AS dated,
    span(min(count.ends.low), max(count.ends.high)) AS ends,
    CASE WHEN min(count.value) = max(count.value) THEN min(count.value)
        ELSE (min(count.ends.low) + max(count.ends.high)) / 2 END AS value,
    list(count.id) AS observations
FROM chosen JOIN figures AS count ON count.id = chosen.count_id JOIN placed ON placed.id = chosen.id
GROUP BY chosen.id;

-- A figure is of a tier as a whole where it names no town, or where the tier was that one town at the time.
CREATE TABLE tier_totals AS
SELECT rows.id
FROM rows LEFT JOIN towns_behind USING (id)
WHERE rows.tier <> '' AND (rows.town = '' OR (towns_behind.ends.low = 1 AND towns_behind.ends.high = 1));
