-- How many people a workbook would give an account to: whoever orders it is asked for a fresh second factor, as for any account.
alter table workbooks.workbook add column accounts integer not null default 0;
