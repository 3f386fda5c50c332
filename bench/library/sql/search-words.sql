-- As many leaps as it takes, each to what the next term's list has there or before.
select asked.term, kept.count from unnest(array[:first, :second, :third]::text[]) asked (term)
join library_terms kept on kept.owner_id = :owner and kept.shelf = 'TIMELINE'
  and kept.term = asked.term;
with recursive leaps (local_time, media_id, agreed, hits, list) as (
  select timestamp '9999-12-31 23:59', 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid, 3, 0, 1
  union all
  select found.local_time, found.media_id, found.agreed, leaps.hits + (found.agreed = 3)::integer,
    leaps.list % 3 + 1
  from leaps cross join lateral (
    (select local_time, media_id, 1 as agreed from media_terms
      where leaps.agreed = 3 and owner_id = :owner and shelf = 'TIMELINE'
        and term = (array[:first, :second, :third]::text[])[leaps.list]
        and local_time >= '4001-01-01 00:00 BC'
        and (local_time, media_id) < (leaps.local_time, leaps.media_id)
      order by local_time desc, media_id desc limit 1)
    union all
    (select local_time, media_id,
        case when media_id = leaps.media_id then leaps.agreed + 1 else 1 end from media_terms
      where leaps.agreed < 3 and owner_id = :owner and shelf = 'TIMELINE'
        and term = (array[:first, :second, :third]::text[])[leaps.list]
        and local_time >= '4001-01-01 00:00 BC'
        and (local_time, media_id) <= (leaps.local_time, leaps.media_id)
      order by local_time desc, media_id desc limit 1)
  ) found
  where leaps.hits < 51
)
select m.id, m.kind, m.state, m.rendition_key, m.width, m.height, m.thumbhash, m.taken_at,
  m.utc_offset_minutes, m.duration_ms, m.favorite, m.shelf, m.animated, m.live_video_id, m.city,
  m.country, m.local_time
from (select local_time, media_id from leaps where agreed = 3 and hits > 0) f
cross join lateral (
  select * from media where owner_id = :owner and shelf = 'TIMELINE'
    and local_time = f.local_time and id = f.media_id limit 1
) m
order by f.local_time desc, f.media_id desc;
