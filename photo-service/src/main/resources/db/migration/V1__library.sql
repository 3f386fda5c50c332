-- Every row belongs to an account and is found by (owner_id, …), so that the
-- database can be split by owner. The few indexes that do not lead with the
-- owner serve the sweepers and the outbox relay.

create table accounts (
  id uuid primary key,
  library_key text not null unique,
  time_zone text not null,
  quota_bytes bigint not null check (quota_bytes >= 0),
  storage_bytes bigint not null default 0 check (storage_bytes >= 0),
  reserved_bytes bigint not null default 0 check (reserved_bytes >= 0),
  day_resets_at timestamptz not null,
  day_used_bytes bigint not null default 0 check (day_used_bytes >= 0),
  day_reserved_bytes bigint not null default 0 check (day_reserved_bytes >= 0),
  quota_warned boolean not null default false,
  created_at timestamptz not null
);

create table uploads (
  owner_id uuid not null references accounts,
  id uuid not null,
  state text not null
    check (state in ('PENDING', 'COMPLETED', 'DUPLICATE', 'FAILED', 'ABANDONED')),
  name text not null,
  content_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  object_key text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null, -- when the last URL given out ends
  due_at timestamptz not null, -- when the sweeper clears the row
  reserved_day timestamptz not null, -- accounts.day_resets_at when the bytes were reserved
  media_id uuid,
  problem_code text,
  problem_detail text,
  primary key (owner_id, id)
);

create index uploads_due on uploads (due_at);
create index uploads_pending_hash on uploads (owner_id, sha256) where state = 'PENDING';

create table media (
  owner_id uuid not null references accounts,
  id uuid not null,
  kind text not null check (kind in ('PHOTO', 'VIDEO', 'SOUND')),
  state text not null check (state in ('PROCESSING', 'READY', 'REJECTED', 'FAILED')),
  version integer not null,
  name text not null,
  content_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  rendition_key text not null,
  width integer,
  height integer,
  duration_ms bigint,
  thumbhash text,
  taken_at timestamptz not null,
  utc_offset_minutes integer,
  taken_at_source text not null,
  local_time timestamp not null, -- wall clock where it was taken; orders the timeline
  bucket text not null, -- yyyy-mm of local_time
  latitude double precision,
  longitude double precision,
  altitude_meters double precision,
  camera_make text,
  camera_model text,
  lens text,
  exposure_seconds double precision,
  f_number double precision,
  iso integer,
  focal_length_mm double precision,
  favorite boolean not null default false,
  problem_code text,
  problem_detail text,
  uploaded_at timestamptz not null,
  stalled_at timestamptz not null, -- while PROCESSING: when to ask the worker again
  primary key (owner_id, id)
);

-- What was refused holds no hash, so the same file may be tried again.
create unique index media_hash on media (owner_id, sha256) where state in ('PROCESSING', 'READY');
create index media_timeline on media (owner_id, bucket, local_time desc, id desc)
  where state <> 'REJECTED';
create index media_stalled on media (stalled_at) where state = 'PROCESSING';

-- Originals. A refused item loses its versions with its bytes.
create table media_versions (
  owner_id uuid not null,
  media_id uuid not null,
  version integer not null,
  upload_id uuid not null,
  name text not null,
  content_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  object_key text not null,
  object_version text not null,
  created_at timestamptz not null,
  primary key (owner_id, media_id, version),
  foreign key (owner_id, media_id) references media (owner_id, id),
  unique (owner_id, upload_id)
);

create table renditions (
  owner_id uuid not null,
  media_id uuid not null,
  name text not null,
  content_type text not null,
  width integer not null,
  height integer not null,
  size_bytes bigint not null,
  primary key (owner_id, media_id, name),
  foreign key (owner_id, media_id) references media (owner_id, id)
);

create table timeline_buckets (
  owner_id uuid not null,
  bucket text not null,
  count bigint not null check (count >= 0),
  primary key (owner_id, bucket)
);

-- Objects nothing refers to any more; a key that ends in '/' means all below it.
create table doomed_objects (
  owner_id uuid not null,
  object_key text not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  primary key (owner_id, object_key)
);

create index doomed_objects_due on doomed_objects (due_at);

create table outbox (
  owner_id uuid not null,
  id uuid not null,
  destination text not null check (destination in ('MEDIA_PROCESSING', 'EVENT_BUS')),
  type text not null,
  payload text not null,
  occurred_at timestamptz not null,
  available_at timestamptz not null,
  attempts integer not null default 0,
  primary key (owner_id, id)
);

create index outbox_available on outbox (available_at, id);
