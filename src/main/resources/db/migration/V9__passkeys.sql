-- Passkeys: a second factor of the accounts that have one. Nothing in a row lets anybody in: it only checks who does.
-- Days instead of times, as nobody needs to know more.
create table admin_passkey (
    id              uuid         not null,
    account_id      uuid         not null,
    name            varchar(60)  not null,
    credential_id   bytea        not null,
    public_key      bytea        not null,
    attestation     bytea        not null,
    transports      varchar(200) not null,
    signature_count bigint       not null,
    user_verified   boolean      not null,
    backup_eligible boolean      not null,
    backed_up       boolean      not null,
    added_on        date         not null,
    last_used_on    date,
    constraint admin_passkey_pk primary key (id),
    constraint admin_passkey_of_account foreign key (account_id) references admin_account (id) on delete cascade,
    constraint admin_passkey_name_once_an_account unique (account_id, name),
    constraint admin_passkey_credential_unique unique (credential_id),
    constraint admin_passkey_credential_fits check (octet_length(credential_id) between 1 and 1023),
    constraint admin_passkey_signature_count_from_0 check (signature_count >= 0)
);
