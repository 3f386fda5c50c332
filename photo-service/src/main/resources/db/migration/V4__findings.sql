-- What the engine finds in originals, live photos, and doing it all again.

alter table media
  add column animated boolean not null default false, -- a picture that moves
  add column city text,
  add column region text,
  add column country text,
  add column country_code text,
  -- EDITED: set or taken away by hand, so that no worker puts back what the original says
  add column place_source text check (place_source in ('ORIGINAL', 'EDITED')),
  add column container text,
  add column video_codec text,
  add column audio_codec text,
  add column frame_rate double precision,
  add column bitrate bigint,
  add column sample_rate integer,
  add column channels integer,
  add column track_title text,
  add column artist text,
  add column album text,
  add column content_id text, -- which cameras write into both halves of a live photo
  add column live_video_id uuid, -- of the photo: the film that belongs to it
  add column live_photo_of uuid, -- of the film: its photo
  add column hidden boolean not null default false; -- the film half of a live photo

create index media_content on media (owner_id, content_id) where content_id is not null;
create unique index media_live on media (owner_id, live_photo_of) where live_photo_of is not null;
create index media_failed on media (owner_id, id) where state = 'FAILED';

-- Media whose renditions are made anew, as an administrator asked.
create table reprocessing_jobs (
  id uuid primary key,
  scope text not null check (scope in ('ALL', 'FAILED', 'IDS')),
  kind text check (kind in ('PHOTO', 'VIDEO', 'SOUND')),
  owner_id uuid, -- whose media alone; everybody's without it
  state text not null check (state in ('RUNNING', 'DONE', 'CANCELLED')),
  total bigint not null default 0,
  done bigint not null default 0,
  failed bigint not null default 0,
  listed boolean not null, -- whether all its media are among reprocessing_items or done with
  listed_owner uuid not null, -- how far they are, if not
  listed_media uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz
);

create index reprocessing_jobs_owner on reprocessing_jobs (owner_id);
create index reprocessing_jobs_running on reprocessing_jobs (id) where state = 'RUNNING';

-- What is still to be done of a job; a row goes as its media is done with.
create table reprocessing_items (
  owner_id uuid not null,
  media_id uuid not null,
  job_id uuid not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  primary key (owner_id, media_id, job_id)
);

create index reprocessing_items_due on reprocessing_items (due_at);
create index reprocessing_items_job on reprocessing_items (job_id);
