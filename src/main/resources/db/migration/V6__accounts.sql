-- An account may be there before its password: whoever it is for makes that with a code, which is gone once used.
alter table admin_account alter column password_hash drop not null;

create table account_code (
    account_id uuid                     not null,
    code_hash  bytea                    not null,
    ends_at    timestamp with time zone not null,
    constraint account_code_pk primary key (account_id),
    constraint account_code_of_account foreign key (account_id) references admin_account (id) on delete cascade,
    constraint account_code_hash_unique unique (code_hash),
    constraint account_code_hash_is_sha_256 check (octet_length(code_hash) = 32)
);

-- Guessing must not fill the log: within an hour, failures under one name are one row, counted.
alter table audit_event add column times integer default 1 not null;
alter table audit_event add constraint audit_event_times_from_1 check (times >= 1);
create index audit_event_by_event on audit_event (event, id);
