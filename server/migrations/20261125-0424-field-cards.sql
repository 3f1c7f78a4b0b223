-- The cards of all columns as they stand in the database itself. They name nobody and are the same in every county.
create view retention.field with (security_invoker = true) as
select n.nspname::text as schema, c.relname::text as relation, a.attname::text as field, col_description(c.oid, a.attnum) as card
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind in ('r', 'p') and not c.relispartition and col_description(c.oid, a.attnum) like 'purpose=%';
grant select on retention.field to qunfang_app;
