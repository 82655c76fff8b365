//! The tables as diesel sees them: one file for both databases (see `diesel.toml` for why it is
//! written by hand; `tests/migrations.rs` compares it with both).

use diesel::{allow_tables_to_appear_in_same_query, joinable, table};

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    people (id) {
        id -> Id,
        name -> Text,
        title -> Text,
        email -> Text,
        password_hash -> Text,
        operator_since -> Nullable<BigInt>,
        created_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    sessions (id) {
        id -> Id,
        token_hash -> Binary,
        person_id -> Id,
        device -> Text,
        created_at -> BigInt,
        last_seen_at -> BigInt,
        expires_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    password_resets (id) {
        id -> Id,
        token_hash -> Binary,
        person_id -> Id,
        created_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    operator_invitations (id) {
        id -> Id,
        token_hash -> Binary,
        email -> Nullable<Text>,
        created_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    organizations (id) {
        id -> Id,
        slug -> Text,
        name -> Text,
        acronym -> Nullable<Text>,
        website -> Nullable<Text>,
        country -> Nullable<Text>,
        email -> Text,
        registered_at -> BigInt,
        verified_at -> Nullable<BigInt>,
        verified_by -> Nullable<Text>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    memberships (organization_id, person_id) {
        organization_id -> Id,
        person_id -> Id,
        role -> Text,
        created_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    registrations (id) {
        id -> Id,
        token_hash -> Binary,
        code_hash -> Binary,
        browser_hash -> Binary,
        email -> Text,
        password_hash -> Text,
        person_name -> Text,
        person_title -> Text,
        organization_name -> Text,
        acronym -> Nullable<Text>,
        website -> Nullable<Text>,
        country -> Nullable<Text>,
        created_at -> BigInt,
        expires_at -> BigInt,
        wrong_codes -> Integer,
        mails -> Integer,
        last_mailed_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    coalitions (id) {
        id -> Id,
        slug -> Text,
        name -> Text,
        acronym -> Nullable<Text>,
        website -> Nullable<Text>,
        created_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    coalition_coordinators (coalition_id, person_id) {
        coalition_id -> Id,
        person_id -> Id,
        created_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    coalition_members (coalition_id, organization_id) {
        coalition_id -> Id,
        organization_id -> Id,
        requested_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
        confirmed_by -> Nullable<Id>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    letters (id) {
        id -> Id,
        slug -> Text,
        title -> Text,
        addressees -> Text,
        place_and_date -> Text,
        body -> Text,
        language -> Text,
        grouping -> Text,
        ordering -> Text,
        numbering -> Text,
        deadline -> Nullable<BigInt>,
        deadline_zone -> Nullable<Text>,
        version -> Integer,
        created_at -> BigInt,
        updated_at -> BigInt,
        publish_at -> Nullable<BigInt>,
        published_at -> Nullable<BigInt>,
        closed_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    letter_coordinators (letter_id, person_id) {
        letter_id -> Id,
        person_id -> Id,
        created_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    revisions (id) {
        id -> Id,
        letter_id -> Id,
        number -> Integer,
        kind -> Text,
        note -> Text,
        title -> Text,
        addressees -> Text,
        place_and_date -> Text,
        body -> Text,
        language -> Text,
        sha256 -> Binary,
        created_by -> Nullable<Id>,
        created_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    letter_events (letter_id, seq) {
        letter_id -> Id,
        seq -> BigInt,
        kind -> Text,
        signature_id -> Nullable<Id>,
        happened_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    letter_groups (id) {
        id -> Id,
        letter_id -> Id,
        coalition_id -> Nullable<Id>,
        name -> Text,
        acronym -> Nullable<Text>,
        position -> Integer,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    signatures (id) {
        id -> Id,
        letter_id -> Id,
        organization_id -> Id,
        revision_id -> Id,
        group_id -> Nullable<Id>,
        representative_name -> Text,
        representative_title -> Text,
        show_representative -> Bool,
        signed_by -> Nullable<Id>,
        first_signed_at -> BigInt,
        signed_at -> BigInt,
        withdrawn_at -> Nullable<BigInt>,
        hand_position -> Nullable<Integer>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    outbox_mails (id) {
        id -> Id,
        to_name -> Text,
        to_address -> Text,
        subject -> Text,
        text_part -> Nullable<Text>,
        html_part -> Nullable<Text>,
        created_at -> BigInt,
        attempts -> Integer,
        next_attempt_at -> BigInt,
        sent_at -> Nullable<BigInt>,
        refused_at -> Nullable<BigInt>,
        last_error -> Nullable<Text>,
    }
}

joinable!(sessions -> people (person_id));
joinable!(password_resets -> people (person_id));
joinable!(memberships -> organizations (organization_id));
joinable!(memberships -> people (person_id));
joinable!(coalition_coordinators -> coalitions (coalition_id));
joinable!(coalition_coordinators -> people (person_id));
joinable!(coalition_members -> coalitions (coalition_id));
joinable!(coalition_members -> organizations (organization_id));
joinable!(letter_coordinators -> letters (letter_id));
joinable!(letter_coordinators -> people (person_id));
joinable!(revisions -> letters (letter_id));
joinable!(letter_groups -> coalitions (coalition_id));
joinable!(signatures -> letters (letter_id));
joinable!(signatures -> organizations (organization_id));
joinable!(signatures -> revisions (revision_id));

allow_tables_to_appear_in_same_query!(
    people,
    sessions,
    password_resets,
    organizations,
    memberships,
    registrations,
    coalitions,
    coalition_coordinators,
    coalition_members,
    letters,
    letter_coordinators,
    revisions,
    letter_events,
    letter_groups,
    signatures,
);
