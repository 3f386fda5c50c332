-- The term that finds least comes first.
select asked.term, kept.count from unnest(array[:first, :second, :third]::text[]) asked (term)
join library_terms kept on kept.owner_id = :owner and kept.shelf = 'TIMELINE'
  and kept.term = asked.term;
select m.id, m.kind, m.state, m.rendition_key, m.width, m.height, m.thumbhash, m.taken_at,
  m.utc_offset_minutes, m.duration_ms, m.favorite, m.shelf, m.animated, m.live_video_id, m.city,
  m.country, m.local_time
from (
  select t.local_time, t.media_id from media_terms t
  where t.owner_id = :owner and t.shelf = 'TIMELINE' and t.term = :first
    and (select true from media_terms o where o.owner_id = t.owner_id and o.shelf = t.shelf
      and o.term = :second and o.local_time = t.local_time and o.media_id = t.media_id limit 1)
    and (select true from media_terms o where o.owner_id = t.owner_id and o.shelf = t.shelf
      and o.term = :third and o.local_time = t.local_time and o.media_id = t.media_id limit 1)
  order by t.local_time desc, t.media_id desc limit 51
) f cross join lateral (
  select * from media where owner_id = :owner and shelf = 'TIMELINE'
    and local_time = f.local_time and id = f.media_id limit 1
) m
order by f.local_time desc, f.media_id desc;
