-- What is thrown away and kept for a while, what is packed to be taken along, and whether bucket
-- and rows agree.

alter table media
  -- While in the trash: when it goes for good. Once that has come it can't be brought back.
  add column purge_at timestamptz check ((purge_at is null) = (trashed_at is null));

create index media_trash on media (owner_id, trashed_at desc, id desc)
  where trashed_at is not null;
create index media_purges on media (purge_at, owner_id, id) where purge_at is not null;

-- Until then something may still be put under the key, so that it is deleted once more.
alter table doomed_objects add column again_at timestamptz;

-- Originals packed into archives in the bucket, to be fetched in one go.
create table downloads (
  owner_id uuid not null references accounts,
  id uuid not null,
  name text not null, -- of the archives, without extension
  state text not null
    check (state in ('QUEUED', 'BUILDING', 'READY', 'FAILED', 'CANCELLED', 'EXPIRED')),
  item_count integer not null,
  total_bytes bigint not null,
  done_bytes bigint not null default 0,
  part_count integer not null,
  created_at timestamptz not null,
  expires_at timestamptz, -- of what is READY
  due_at timestamptz not null, -- when a worker takes it, takes it over, or clears it away
  lease uuid, -- of the worker that builds it
  attempts integer not null default 0, -- since it last got on
  failure_code text,
  failure_detail text,
  primary key (owner_id, id)
);

create index downloads_queue on downloads (due_at) where state in ('QUEUED', 'BUILDING');
create index downloads_over on downloads (due_at) where state not in ('QUEUED', 'BUILDING');

-- What goes in, as it was when it was asked for: under which name, into which archive.
create table download_items (
  owner_id uuid not null,
  download_id uuid not null,
  position integer not null,
  part integer not null,
  entry_name text not null,
  object_key text not null,
  object_version text not null,
  size_bytes bigint not null,
  sha256 text not null,
  modified_at timestamptz not null,
  primary key (owner_id, download_id, position),
  foreign key (owner_id, download_id) references downloads (owner_id, id)
);

-- Archives that are whole.
create table download_parts (
  owner_id uuid not null,
  download_id uuid not null,
  number integer not null,
  size_bytes bigint not null,
  object_key text not null,
  object_version text not null,
  primary key (owner_id, download_id, number),
  foreign key (owner_id, download_id) references downloads (owner_id, id)
);

-- Comparisons of bucket and rows, one library after the other; where it is stands in the row.
create table reconciliations (
  id uuid primary key,
  state text not null check (state in ('RUNNING', 'DONE')),
  verify_hashes boolean not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  library uuid not null, -- the account it is at; areas of one come in order
  area text not null check (area in ('ORIGINALS', 'RENDITIONS', 'DOWNLOADS')),
  after_key text collate "C" not null,
  objects_without_rows bigint not null default 0,
  rows_without_objects bigint not null default 0,
  hash_mismatches bigint not null default 0,
  due_at timestamptz not null,
  lease uuid
);

create unique index reconciliations_running on reconciliations (state) where state = 'RUNNING';

create table reconciliation_findings (
  owner_id uuid not null,
  reconciliation_id uuid not null references reconciliations,
  type text not null
    check (type in ('OBJECT_WITHOUT_ROW', 'ROW_WITHOUT_OBJECT', 'HASH_DIFFERS')),
  object_key text collate "C" not null,
  media_id uuid,
  repaired boolean not null default false,
  primary key (owner_id, reconciliation_id, type, object_key)
);

create index reconciliation_findings_job on reconciliation_findings (reconciliation_id, repaired);

-- In the order in which S3 lists.
create index media_versions_objects on media_versions (owner_id, object_key collate "C");
create index media_rendition_keys on media (owner_id, rendition_key collate "C");
