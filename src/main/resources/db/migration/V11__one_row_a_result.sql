-- A result is one row, under a key that comes from its token: the first 128 bits of the token's SHA-256, as random as the key
-- before. One index in random order for each result, where there were three.
-- A batch of published results has a row of its own, and a result says in which it is; what is in none, or in one that was
-- withdrawn, waits. So whoever takes a batch out of the counts holds that one row, not those of other people's results.
-- All that takes long comes first and leaves the old tables alone: where it was ended half way, it begins anew.

drop table if exists assessment_next;
drop table if exists batch;

create table batch (
    id            uuid not null,
    counted_month date, -- null once it was withdrawn
    constraint batch_pk primary key (id),
    constraint batch_month_starts_at_1 check (extract(day from counted_month) = 1)
);

create index batch_by_month on batch (counted_month);

insert into batch (id, counted_month) select distinct batch, counted_month from publication where batch is not null;
-- Which batch these were withdrawn with is not known any more, and does not matter.
insert into batch (id, counted_month) select assessment_id, null from publication where batch is null and withdrawn;

create table assessment_next (
    id                 uuid                  not null,
    instrument         varchar(64)           not null,
    instrument_version integer               not null,
    language           varchar(35)           not null,
    completed_on       date                  not null,
    responses          varchar(120)          not null,
    careless           boolean               not null,
    wording            varchar(7)            not null,
    support_first      boolean               not null,
    batch              uuid,
    uncounted          boolean default false not null, -- out of the counts for good, as it looks like a robot's
    constraint assessment_key primary key (id),
    constraint assessment_version_from_1 check (instrument_version >= 1),
    constraint assessment_answered check (char_length(responses) >= 1),
    constraint assessment_wording_current_or_past check (wording in ('current', 'past')),
    constraint assessment_of_batch foreign key (batch) references batch (id)
);

create index assessment_by_version on assessment_next (instrument, instrument_version, completed_on);
create index assessment_by_batch on assessment_next (batch, uncounted);

-- In the order of the new keys, so that the rows do not even lie in the order of arrival.
insert into assessment_next
    select ${key-from-token-hash} as token_key, a.instrument, a.instrument_version, a.language, a.completed_on, a.responses,
           a.careless, a.wording, a.support_first,
           case when p.batch is null and p.withdrawn then p.assessment_id else p.batch end,
           u.assessment_id is not null
    from assessment a
        left join publication p on p.assessment_id = a.id
        left join uncounted u on u.assessment_id = a.id
    order by token_key;

alter table share drop constraint share_of_assessment;
update share set assessment_id = (select ${key-from-token-hash} from assessment a where a.id = share.assessment_id);
drop table publication;
drop table uncounted;
drop table assessment;
alter table assessment_next rename to assessment;
alter table share add constraint share_of_assessment
    foreign key (assessment_id) references assessment (id) on delete cascade;

alter table tombstone add column assessment_id uuid;
update tombstone set assessment_id = ${key-from-token-hash};
alter table tombstone drop constraint tombstone_pk;
alter table tombstone drop constraint tombstone_token_hash_is_sha_256;
alter table tombstone drop column token_hash;
alter table tombstone alter column assessment_id set not null;
alter table tombstone add constraint tombstone_pk primary key (assessment_id);
