"""The canonical workload as one statement, for engines that speak SQL. The input is a table of units, months and criteria.

Sums since January in a window over unit, year and criterion; whole-number division rounds half up; rank() is the shared place.
"""


def statement(divide, year):
    """`divide` writes the whole quotient of two texts, `year` is the year of a month from 0 on."""
    quotient = divide("2 * n * p.points * 1000000 + d * p.target", "2 * d * p.target")
    return f"""
with sums as (
  select unit, month, criterion,
    cast(sum(cast(greatest(num, 0) as bigint)) over w as bigint) as n, cast(sum(cast(greatest(den, 0) as bigint)) over w as bigint) as d
  from (select *, {year} as month_year from cells) c
  window w as (partition by unit, month_year, criterion order by month rows unbounded preceding)
), totals as (
  select s.unit, s.month, cast(sum(case when d = 0 then 0 else least(p.points * 10000, {quotient}) end) as integer) as total
  from sums s join params p using (criterion)
  group by s.unit, s.month
), placed as (
  select t.unit, t.month, t.total, cast(rank() over (partition by b.block, t.month order by t.total desc) as integer) as place
  from totals t join blocks b using (unit)
)
select now.unit, now.month, now.total as composite_e4, now.place as rank,
  now.total - ago.total as gain_e4, ago.place - now.place as rank_gain,
  case when now.total > ago.total then 1 else 0 end as score_up,
  case when now.place <= greatest(1, ago.place - 5) then 1 else 0 end as target_met
from placed now left join placed ago on ago.unit = now.unit and ago.month = now.month - 12
"""
