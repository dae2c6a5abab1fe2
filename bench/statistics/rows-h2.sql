-- :rows results of the instrument sim24, given by the people in bench_people, each kind of them in batches of fifteen.
-- Every third batch is Spanish, every second about a relationship that is over, every twentieth flagged as careless; they fill two
-- years, month after month.
create table bench_row as
    select n, place, random_uuid() as id, cast(hash('MD5', cast(place as varchar)) as uuid) as batch
    from (select x as n, (x - 1) / 15 as place from system_range(1, :rows));

insert into batch (id, counted_month, exported, wording)
    select distinct batch, dateadd(month, place * 24 / (:rows / 15 + 1), date '2024-01-01'), true,
           case when mod(place, 2) = 0 then 'current' else 'past' end from bench_row where :published;

set referential_integrity false; -- or each row would look for its batch

insert into assessment (id, instrument, instrument_version, language, completed_on, responses, careless, wording,
                        support_first, batch)
    select r.id, 'sim24', 1, case when mod(r.place, 3) = 0 then 'es' else 'en' end,
           date '2026-03-17', p.responses, mod(r.place, 20) = 0,
           case when mod(r.place, 2) = 0 then 'current' else 'past' end, false, case when :published then r.batch end
    from bench_row r join bench_people p on p.n = mod(r.n * 7919, 2000);

set referential_integrity true;

drop table bench_row;
