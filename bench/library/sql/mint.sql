insert into uploads (owner_id, id, state, name, content_type, size_bytes, sha256, object_key,
  created_at, expires_at, due_at, reserved_day)
select :owner, made.id, 'PENDING', 'IMG_NUMBER.jpg', 'image/jpeg', 1000,
  replace(made.id::text || made.id::text, '-', ''), 'originals/' || made.id, now(),
  now() + interval '1 day', now() + interval '1 day', now()
from (select md5(:batch::text || 'NUMBER')::uuid as id) made;
