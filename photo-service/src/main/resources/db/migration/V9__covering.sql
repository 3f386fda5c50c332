-- What is kept for finding things is read from its index alone. Changes wait while an index is
-- made; reads wait only for the moment in which the new one takes the old one's place.

create unique index library_terms_covering on library_terms (owner_id, shelf, term)
  include (count, label);
create unique index map_cells_covering on map_cells (owner_id, shelf, level, x, y)
  include (count, latitude_sum, longitude_sum);
create unique index timeline_buckets_covering on timeline_buckets (owner_id, bucket)
  include (count);

alter table library_terms drop constraint library_terms_pkey,
  add constraint library_terms_pkey primary key using index library_terms_covering;
alter table map_cells drop constraint map_cells_pkey,
  add constraint map_cells_pkey primary key using index map_cells_covering;
alter table timeline_buckets drop constraint timeline_buckets_pkey,
  add constraint timeline_buckets_pkey primary key using index timeline_buckets_covering;
