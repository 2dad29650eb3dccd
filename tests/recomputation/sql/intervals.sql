-- Interval arithmetic (Moore, 1966): the result holds every value that the operands allow (methods, "Intervals").
-- An interval is a STRUCT(low, high); either end may be infinite.
CREATE MACRO span(l, h) AS {'low': l::DOUBLE, 'high': h::DOUBLE};
CREATE MACRO point(v) AS {'low': v::DOUBLE, 'high': v::DOUBLE};
CREATE MACRO minus(a, b) AS {'low': a.low - b.high, 'high': a.high - b.low};
-- A quotient over what has no upper end comes down to nothing.
CREATE MACRO over(a, b) AS CASE WHEN isinf(b) THEN 0 ELSE a / b END;
CREATE MACRO divide(a, b) AS {
    'low': least(over(a.low, b.low), over(a.low, b.high), over(a.high, b.low), over(a.high, b.high)),
    'high': greatest(over(a.low, b.low), over(a.low, b.high), over(a.high, b.low), over(a.high, b.high))
};
CREATE MACRO root(a, n) AS {
    'low': least(pow(a.low, 1.0 / n), pow(a.high, 1.0 / n)),
    'high': greatest(pow(a.low, 1.0 / n), pow(a.high, 1.0 / n))
};
-- What may be zero or has no upper end divides nothing.
CREATE MACRO divides(a) AS a.low > 0 AND isfinite(a.high);
-- On which side of a number the whole interval lies; at it is above. Ends that are the same in print are the same
-- here, whatever the last binary digit says.
CREATE MACRO side(a, mark, above, below, both_sides) AS CASE
    WHEN a.low >= mark - 1e-12 * greatest(1, abs(mark)) THEN above
    WHEN a.high < mark - 1e-12 * greatest(1, abs(mark)) THEN below
    ELSE both_sides
END;
