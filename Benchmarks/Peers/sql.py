"""The canonical workload as one statement, for engines that speak SQL.

The input is a table `cells` with a row a unit and month and two columns a criterion, n0, d0, n1, d1, …, null where a figure is
missing, and a table `blocks`. Wide, because every engine tried is an order of magnitude slower with a row a cell.
"""


def statement(points, targets, divide, year):
    """`divide` writes the whole quotient of two texts, `year` is the year of a month from 0 on."""
    criteria = range(len(points))
    sums = ",\n    ".join(f"cast(coalesce(sum({x}{c}) over w, 0) as bigint) as {x}{c}" for c in criteria for x in "nd")

    def score(c):
        p, t = int(points[c]), int(targets[c])
        quotient = divide(f"n{c} * {2 * p * 1000000} + d{c} * {t}", f"d{c} * {2 * t}")
        return f"case when d{c} = 0 then 0 else least({p * 10000}, {quotient}) end"

    total = "\n    + ".join(score(c) for c in criteria)
    return f"""
with sums as (
  select unit, month,
    {sums}
  from cells
  window w as (partition by unit, {year} order by month rows unbounded preceding)
), totals as (
  select unit, month, cast({total} as integer) as total from sums
), placed as (
  select t.unit, t.month, t.total, cast(rank() over (partition by b.block, t.month order by t.total desc) as integer) as place
  from totals t join blocks b using (unit)
)
select now.unit, now.month, now.total as composite_e4, now.place as rank,
  now.total - ago.total as gain_e4, ago.place - now.place as rank_gain,
  case when now.total > ago.total then 1 else 0 end as score_up,
  case when ago.place is not null and now.place <= greatest(1, ago.place - 5) then 1 else 0 end as target_met
from placed now left join placed ago on ago.unit = now.unit and ago.month = now.month - 12
"""
