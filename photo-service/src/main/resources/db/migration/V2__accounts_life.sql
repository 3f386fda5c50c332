-- Facts about accounts come late, twice and in any order: each keeps the time it was made, and
-- the latest holds.
alter table accounts
  add column time_zone_set_at timestamptz,
  add column suspended boolean not null default false,
  add column suspension_set_at timestamptz,
  add column closed boolean not null default false; -- set for good; the row goes with the erasure

-- Which accounts were deleted, so that nothing brings one back: no token that still lives, no late
-- message. Beside the id only the random name of its renditions is kept, to look there again.
create table closed_accounts (
  id uuid primary key,
  library_key text not null,
  closed_at timestamptz not null
);

-- Closed accounts whose rows and objects are still to be erased or looked after.
create table erasures (
  owner_id uuid primary key references closed_accounts,
  step text not null check (step in ('ROWS', 'OBJECTS', 'LAST_SWEEP')),
  answer_at timestamptz not null, -- until then something may still arrive
  last_sweep_at timestamptz not null, -- by then nothing can have been put by anyone
  due_at timestamptz not null,
  attempts integer not null default 0
);

create index erasures_due on erasures (due_at);

-- Whether a worker may be at an owner's items.
create index media_processing on media (owner_id) where state = 'PROCESSING';
