-- Batches and counts are of one wording each. Those there are may mix wordings, and to take them apart could show single people;
-- so they stay as they are. Each statement can follow itself: where this was ended half way, it begins anew.

alter table batch add column if not exists wording varchar(13) default 'not-separated' not null;
alter table batch drop constraint if exists batch_wording_known;
alter table batch add constraint batch_wording_known check (wording in ('current', 'past', 'not-separated'));

alter table response_cell add column if not exists wording varchar(13) default 'not-separated' not null;
alter table response_cell drop constraint if exists response_cell_wording_known;
alter table response_cell
    add constraint response_cell_wording_known check (wording in ('current', 'past', 'not-separated'));
alter table response_cell drop constraint if exists response_cell_pk;
alter table response_cell add constraint response_cell_pk
    primary key (instrument, instrument_version, language, wording, careless, counted_month);
