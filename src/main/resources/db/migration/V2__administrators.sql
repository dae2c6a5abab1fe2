-- Sign-in is slowed down by name, known here or not, so the count cannot live with the account: an unknown name must
-- behave the same. Names are not kept: each falls, keyed, into one of a fixed number of buckets.
alter table admin_account drop constraint admin_account_failed_sign_ins_from_0;
alter table admin_account drop column failed_sign_ins;
alter table admin_account drop column sign_in_allowed_at;

create table sign_in_delay (
    bucket     integer                  not null,
    failures   integer                  not null,
    open_from  timestamp with time zone not null,
    constraint sign_in_delay_pk primary key (bucket),
    constraint sign_in_delay_failures_from_0 check (failures >= 0)
);

-- At most one row: the code that makes the first account, gone with it.
create table set_up_code (
    id        integer                  not null,
    code_hash bytea                    not null,
    issued_at timestamp with time zone not null,
    constraint set_up_code_pk primary key (id),
    constraint set_up_code_only_one check (id = 1)
);

-- Administrators' sessions, shared by all copies of the application. The names of the columns are Spring Session's.
create table admin_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100),
    constraint admin_session_pk primary key (primary_id),
    constraint admin_session_id_unique unique (session_id)
);

create index admin_session_by_expiry on admin_session (expiry_time);
create index admin_session_by_principal on admin_session (principal_name);

create table admin_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint admin_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint admin_session_attributes_of_session foreign key (session_primary_id)
        references admin_session (primary_id) on delete cascade
);
