-- :rows results of the instrument sim24, given by the people in bench_people, each kind of them in batches of fifteen.
-- Every third batch is Spanish, every twentieth flagged as careless; they fill two years, month after month.
create table bench_row as
    select n, (n - 1) / 15 as batch, gen_random_uuid() as id from generate_series(1, :rows) as n;

insert into assessment (id, token_hash, instrument, instrument_version, language, completed_on, responses, careless, wording,
                        support_first)
    select r.id, sha256(uuid_send(gen_random_uuid())), 'sim24', 1, case when r.batch % 3 = 0 then 'es' else 'en' end,
           date '2026-03-17', p.responses, r.batch % 20 = 0, 'current', false
    from bench_row r join bench_people p on p.n = (cast(r.n as bigint) * 7919) % 2000;

insert into publication (assessment_id, batch, counted_month, withdrawn)
    select id, case when :published then cast('00000000-0000-4000-8000-' || lpad(cast(batch as varchar), 12, '0') as uuid) end,
           case when :published then cast(date '2024-01-01' + interval '1 month' * (batch * 24 / (:rows / 15 + 1)) as date) end,
           false
    from bench_row;

drop table bench_row;
