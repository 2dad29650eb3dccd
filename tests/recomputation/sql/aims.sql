-- What a target asks for: a bound the bound itself, a range its lower end, any other print the values that it
-- allows.
CREATE MACRO asked(t) AS CASE
    WHEN t.qualifier IN ('at_least', 'more_than', 'at_most', 'range') THEN point(t.value) ELSE t.ends
END;
-- Met: the whole interval lies at the target or above; missed: below; else fragile (codelist `verdicts`). An upper
-- bound and a fall are met from below; a fall of at most so much from above again.
CREATE MACRO is_ceiling(t) AS (t.value < 0) <> (t.qualifier = 'at_most');
CREATE MACRO mirrored(a, so) AS CASE WHEN so THEN span(-a.high, -a.low) ELSE a END;
CREATE MACRO judged(reached, t) AS
    side(mirrored(minus(reached, asked(t)), is_ceiling(t)), 0, 'met', 'missed', 'fragile');
-- A horizon is over where its last month ends on the cutoff or before.
CREATE MACRO is_over(m) AS last_day(make_date((m // 12)::BIGINT, (m % 12 + 1)::BIGINT, 1))
    <= (SELECT cutoff::DATE FROM file_editions WHERE id = getvariable('edition'));
