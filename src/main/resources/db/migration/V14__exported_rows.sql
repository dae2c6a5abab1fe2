-- Which batches are exported row by row: those whose results were all new when they were published. Nobody knows that of the
-- batches there are, so they count in figures only. Where this was ended half way, it begins anew.

alter table batch add column if not exists exported boolean default false not null;

-- How many of the results in a cell these are.
alter table response_cell add column if not exists exported_rows integer default 0 not null;
