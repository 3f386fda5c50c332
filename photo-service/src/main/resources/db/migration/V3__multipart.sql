-- Uploads in parts, versions of items, and requests that may be sent twice.

alter table uploads
  add column parts_id text, -- S3's name of the upload in parts, once begun
  add column replaces_media_id uuid; -- the item it becomes a version of

-- Where an item is a version's that is being processed, the current one is seen until that is done.
alter table media_versions
  -- whether the bytes are known to have the hash: the store tells it of what came whole, the worker
  -- of what came in parts
  add column verified boolean not null default true,
  add column pending_key text, -- rendition key, from its arrival until it is the current one
  add column given_up boolean not null default false, -- no renditions could be made of it
  add column stalled_at timestamptz; -- while pending: when to ask the worker again

create unique index media_versions_pending on media_versions (owner_id, media_id)
  where pending_key is not null;
create index media_versions_stalled on media_versions (stalled_at)
  where pending_key is not null;

-- Only what is known to have these bytes may be what others are duplicates of.
alter table media add column holds_hash boolean not null default true;
drop index media_hash;
create unique index media_hash on media (owner_id, sha256)
  where holds_hash and state in ('PROCESSING', 'READY');

-- First answers to requests that a client may send again.
create table idempotency_keys (
  owner_id uuid not null,
  key text not null,
  request_hash text not null,
  answer text, -- JSON; none while the first is at it
  claimed_at timestamptz not null,
  primary key (owner_id, key)
);
