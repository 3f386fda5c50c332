with cells as (
  select x, y, count, latitude_sum, longitude_sum from map_cells
  where owner_id = :owner and shelf = 'TIMELINE' and level = 4 and y between 0 and 15
    and x between 0 and 15
)
select c.x, c.y, c.count, c.latitude_sum, c.longitude_sum, m.id, m.state, m.rendition_key
from cells c cross join lateral (
  select spread(c.x) << 1 | spread(c.y) as cell
) square cross join lateral (
  select id, state, rendition_key from media
  where owner_id = :owner and shelf = 'TIMELINE'
    and map_cell >= square.cell << 2 * (20 - 4)
    and map_cell < square.cell + 1 << 2 * (20 - 4)
  order by map_cell limit 1
) m;
