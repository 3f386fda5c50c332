insert into media (owner_id, id, kind, state, version, name, content_type, size_bytes, sha256,
  rendition_key, taken_at, taken_at_source, local_time, bucket, uploaded_at, stalled_at)
select :owner, made.id, 'PHOTO', 'PROCESSING', 1, 'IMG_NUMBER.jpg', 'image/jpeg', 1000,
  replace(made.id::text || made.id::text, '-', ''), replace(made.id::text, '-', ''), now(),
  'UPLOAD', now(), to_char(now(), 'yyyy-mm'), now(), now() + interval '1 day'
from (select md5(:batch::text || 'NUMBER')::uuid as id) made;
insert into media_versions (owner_id, media_id, version, upload_id, name, content_type, size_bytes,
  sha256, object_key, object_version, created_at)
select :owner, made.id, 1, made.id, 'IMG_NUMBER.jpg', 'image/jpeg', 1000,
  replace(made.id::text || made.id::text, '-', ''), 'originals/' || made.id, made.id::text, now()
from (select md5(:batch::text || 'NUMBER')::uuid as id) made;
insert into outbox (owner_id, id, destination, type, payload, occurred_at, available_at, attempts)
values (:owner, md5(:batch::text || 'NUMBER')::uuid, 'MEDIA_PROCESSING', 'ProcessMedia', '{}',
  now(), now() + interval '10 years', 0);
update uploads set state = 'COMPLETED', media_id = id
where owner_id = :owner and id = md5(:batch::text || 'NUMBER')::uuid;
