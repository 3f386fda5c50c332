-- After bulk-begin.sql and what was seeded.
\set ON_ERROR_STOP on
begin;
set local maintenance_work_mem = '512MB';
select making from seed_indexes \gexec
drop table seed_indexes;
commit;
vacuum analyze media;
vacuum analyze media_terms;
vacuum analyze library_terms;
vacuum analyze map_cells;
vacuum analyze timeline_buckets;
