-- Before much is seeded: what is quicker built at once than kept up to date row by row. Twice is
-- fine, as after a seeding that was broken off.
\set ON_ERROR_STOP on
begin;
create table if not exists seed_indexes as
select format('alter table %I drop constraint if exists %I', tables.relname, conname) as dropping,
  format('alter table %I add constraint %I %s', tables.relname, conname,
    pg_get_constraintdef(pg_constraint.oid)) as making
from pg_constraint join pg_class tables on tables.oid = conrelid
where contype = 'p' and tables.relname in ('media_terms', 'library_terms', 'map_cells')
union all
select format('drop index if exists %I', indexname), indexdef from pg_indexes
where tablename = 'media' and indexname <> 'media_pkey';
select dropping from seed_indexes \gexec
commit;
