select m.id, m.kind, m.state, m.rendition_key, m.width, m.height, m.thumbhash, m.taken_at,
  m.utc_offset_minutes, m.duration_ms, m.favorite, m.shelf, m.animated, m.live_video_id, m.city,
  m.country, m.local_time
from media m
where m.owner_id = :owner and m.shelf = 'TIMELINE' and m.local_time >= '2020-06-01'
  and m.local_time < '2020-07-01'
  and (m.local_time, m.id) < ('9999-12-31 23:59', 'ffffffff-ffff-ffff-ffff-ffffffffffff')
order by m.local_time desc, m.id desc limit 61;
