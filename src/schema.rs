//! The tables as diesel sees them: one file for both databases (see `diesel.toml` for why it is
//! written by hand; `tests/migrations.rs` compares it with both).

use diesel::{allow_tables_to_appear_in_same_query, joinable, table};

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    people (id) {
        id -> Id,
        name -> Sealed,
        title -> Sealed,
        email -> Sealed,
        password_hash -> Text,
        operator_since -> Nullable<BigInt>,
        created_at -> BigInt,
        language -> Text,
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
    use crate::db::{Id, Sealed};
    operator_invitations (id) {
        id -> Id,
        token_hash -> Binary,
        email -> Nullable<Sealed>,
        created_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    organizations (id) {
        id -> Id,
        slug -> Sealed,
        name -> Sealed,
        acronym -> Nullable<Sealed>,
        website -> Nullable<Sealed>,
        country -> Nullable<Text>,
        email -> Sealed,
        registered_at -> BigInt,
        verified_at -> Nullable<BigInt>,
        verified_by -> Nullable<Text>,
        two_steps -> Bool,
        sort_name -> Nullable<Sealed>,
        profile_version -> Integer,
        protected_at -> Nullable<BigInt>,
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
    use crate::db::{Id, Sealed};
    registrations (id) {
        id -> Id,
        token_hash -> Binary,
        code_hash -> Binary,
        browser_hash -> Binary,
        email -> Sealed,
        password_hash -> Text,
        person_name -> Sealed,
        person_title -> Sealed,
        organization_name -> Sealed,
        acronym -> Nullable<Sealed>,
        website -> Nullable<Sealed>,
        country -> Nullable<Text>,
        created_at -> BigInt,
        expires_at -> BigInt,
        wrong_codes -> Integer,
        mails -> Integer,
        last_mailed_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
        invitation_id -> Nullable<Id>,
        concealed -> Bool,
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
    use crate::db::{Id, Sealed};
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
        opened_at -> Nullable<BigInt>,
        delivered_at -> Nullable<BigInt>,
        answered_at -> Nullable<BigInt>,
        red_lines_by -> Nullable<BigInt>,
        red_lines_zone -> Nullable<Text>,
        retracted_at -> Nullable<BigInt>,
        retraction_note -> Nullable<Text>,
        suspended_at -> Nullable<BigInt>,
        suspension_note -> Nullable<Sealed>,
        verification -> Text,
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
        answer_by -> Nullable<BigInt>,
        answer_zone -> Nullable<Text>,
        silence -> Nullable<Text>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    draft_translations (letter_id, language) {
        letter_id -> Id,
        language -> Text,
        title -> Text,
        addressees -> Text,
        place_and_date -> Text,
        body -> Text,
        updated_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    translations (id) {
        id -> Id,
        revision_id -> Id,
        language -> Text,
        number -> Integer,
        title -> Text,
        addressees -> Text,
        place_and_date -> Text,
        body -> Text,
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
        signatories -> Nullable<BigInt>,
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
        kind -> Text,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    signatures (id) {
        id -> Id,
        letter_id -> Id,
        organization_id -> Nullable<Id>,
        revision_id -> Nullable<Id>,
        group_id -> Nullable<Id>,
        representative_name -> Sealed,
        representative_title -> Sealed,
        show_representative -> Bool,
        signed_by -> Nullable<Id>,
        first_signed_at -> BigInt,
        signed_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
        withdrawn_at -> Nullable<BigInt>,
        hand_position -> Nullable<Integer>,
        printed_name -> Nullable<Sealed>,
        printed_acronym -> Nullable<Sealed>,
        listed_country -> Nullable<Text>,
        printed_form -> Nullable<Sealed>,
        sort_name -> Nullable<Sealed>,
        members -> Nullable<Integer>,
        footnote_id -> Nullable<Id>,
        delivered_position -> Nullable<Integer>,
        delivered_number -> Nullable<Integer>,
        withheld_at -> Nullable<BigInt>,
        withheld_by -> Nullable<Id>,
        suspended_at -> Nullable<BigInt>,
        awaiting_since -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    outbox_mails (id) {
        id -> Id,
        to_name -> Sealed,
        to_address -> Sealed,
        subject -> Sealed,
        text_part -> Nullable<Sealed>,
        html_part -> Nullable<Sealed>,
        created_at -> BigInt,
        attempts -> Integer,
        next_attempt_at -> BigInt,
        sent_at -> Nullable<BigInt>,
        refused_at -> Nullable<BigInt>,
        last_error -> Nullable<Sealed>,
        attachment_id -> Nullable<Id>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    letter_log (id) {
        id -> Id,
        letter_id -> Id,
        happened_at -> BigInt,
        person_id -> Nullable<Id>,
        kind -> Text,
        about -> Sealed,
        note -> Sealed,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    deadline_extensions (id) {
        id -> Id,
        letter_id -> Id,
        before_at -> Nullable<BigInt>,
        after_at -> Nullable<BigInt>,
        zone -> Nullable<Text>,
        note -> Text,
        extended_by -> Nullable<Id>,
        extended_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    press_links (id) {
        id -> Id,
        letter_id -> Id,
        token_hash -> Binary,
        label -> Sealed,
        created_by -> Nullable<Id>,
        created_at -> BigInt,
        expires_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::SealedBytes;
    secrets (name) {
        name -> Text,
        value -> SealedBytes,
        created_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    invitations (id) {
        id -> Id,
        letter_id -> Id,
        organization_name -> Sealed,
        person_name -> Sealed,
        email -> Sealed,
        coalition_id -> Nullable<Id>,
        organization_id -> Nullable<Id>,
        person_id -> Nullable<Id>,
        signature_id -> Nullable<Id>,
        note -> Sealed,
        invited_by -> Nullable<Id>,
        invited_at -> BigInt,
        mails -> Integer,
        last_mail_id -> Nullable<Id>,
        last_mailed_at -> Nullable<BigInt>,
        opened_at -> Nullable<BigInt>,
        preparing_at -> Nullable<BigInt>,
        signed_at -> Nullable<BigInt>,
        declined_at -> Nullable<BigInt>,
        decline_reason -> Nullable<Sealed>,
        revoked_at -> Nullable<BigInt>,
        reminded_72_at -> Nullable<BigInt>,
        reminded_24_at -> Nullable<BigInt>,
        by_membership -> Bool,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    invitation_links (token_hash) {
        token_hash -> Binary,
        invitation_id -> Id,
        created_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    footnotes (id) {
        id -> Id,
        letter_id -> Id,
        sign -> Text,
        words -> Text,
        position -> Integer,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed, SealedBytes};
    attachments (id) {
        id -> Id,
        file_name -> Sealed,
        media_type -> Text,
        content -> SealedBytes,
        created_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    reconsents (id) {
        id -> Id,
        signature_id -> Id,
        revision_id -> Id,
        asked_at -> BigInt,
        reminded_at -> Nullable<BigInt>,
        superseded_at -> Nullable<BigInt>,
        answered_at -> Nullable<BigInt>,
        answer -> Nullable<Text>,
        answered_by -> Nullable<Id>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    member_invitations (id) {
        id -> Id,
        organization_id -> Id,
        email -> Sealed,
        role -> Text,
        token_hash -> Binary,
        invited_by -> Nullable<Id>,
        created_at -> BigInt,
        expires_at -> BigInt,
        accepted_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    reconsent_links (token_hash) {
        token_hash -> Binary,
        reconsent_id -> Id,
        person_id -> Id,
        created_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    prepared_signatures (id) {
        id -> Id,
        letter_id -> Id,
        organization_id -> Id,
        revision_hash -> Text,
        group_slug -> Nullable<Text>,
        representative_name -> Sealed,
        representative_title -> Sealed,
        show_representative -> Bool,
        prepared_by -> Nullable<Id>,
        prepared_at -> BigInt,
        form_opened_at -> Nullable<BigInt>,
        expires_at -> BigInt,
        approved_at -> Nullable<BigInt>,
        refused_at -> Nullable<BigInt>,
        replaced_at -> Nullable<BigInt>,
        settled_by -> Nullable<Id>,
        reason -> Sealed,
        withheld -> Bool,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    approval_links (token_hash) {
        token_hash -> Binary,
        prepared_id -> Id,
        person_id -> Id,
        created_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    coordinator_invitations (id) {
        id -> Id,
        letter_id -> Id,
        token_hash -> Binary,
        email -> Sealed,
        invited_by -> Id,
        hand_over -> Bool,
        created_at -> BigInt,
        expires_at -> BigInt,
        accepted_at -> Nullable<BigInt>,
        withdrawn_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    comments (id) {
        id -> Id,
        letter_id -> Id,
        invitation_id -> Nullable<Id>,
        person_id -> Nullable<Id>,
        author_name -> Sealed,
        author_organization -> Sealed,
        version -> Integer,
        paragraph -> Nullable<Integer>,
        quote -> Text,
        body -> Sealed,
        red_line -> Bool,
        after_the_hour -> Bool,
        created_at -> BigInt,
        told_at -> Nullable<BigInt>,
        answer -> Nullable<Sealed>,
        answered_by -> Nullable<Id>,
        answered_at -> Nullable<BigInt>,
        resolved_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    imports (id) {
        id -> Id,
        person_id -> Id,
        name -> Sealed,
        understood -> Sealed,
        letter_id -> Nullable<Id>,
        created_at -> BigInt,
        updated_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    deliveries (id) {
        id -> Id,
        letter_id -> Id,
        revision_id -> Id,
        sha256 -> Binary,
        snapshot -> Sealed,
        delivered_by -> Nullable<Id>,
        delivered_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    list_changes (letter_id, seq) {
        letter_id -> Id,
        seq -> BigInt,
        person_id -> Nullable<Id>,
        changed_at -> BigInt,
        what -> Sealed,
        difference -> Sealed,
        undone_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed, SealedBytes};
    signature_evidence (id) {
        id -> Id,
        signature_id -> Id,
        said_by -> Sealed,
        said_at -> BigInt,
        said_zone -> Text,
        note -> Sealed,
        email -> Nullable<Sealed>,
        file_name -> Nullable<Sealed>,
        media_type -> Nullable<Text>,
        content -> Nullable<SealedBytes>,
        entered_by -> Nullable<Id>,
        entered_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, SealedBytes};
    delivered_files (delivery_id, name) {
        delivery_id -> Id,
        name -> Text,
        media_type -> Text,
        content -> SealedBytes,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    answers (letter_id) {
        letter_id -> Id,
        received_at -> BigInt,
        sender -> Text,
        words -> Text,
        recorded_by -> Nullable<Id>,
        recorded_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    distinct_signatures (one_id, other_id) {
        one_id -> Id,
        other_id -> Id,
        letter_id -> Id,
        said_by -> Nullable<Id>,
        said_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    organization_renewals (id) {
        id -> Id,
        organization_id -> Id,
        since -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    organization_verifications (id) {
        id -> Id,
        organization_id -> Id,
        method -> Text,
        since -> BigInt,
        coalition_id -> Nullable<Id>,
        given_by -> Nullable<Id>,
        rests_on -> Nullable<Sealed>,
        dropped_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    organization_words (organization_id, language) {
        organization_id -> Id,
        language -> Text,
        name -> Sealed,
        description -> Sealed,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    former_slugs (slug) {
        slug -> Sealed,
        organization_id -> Id,
        retired_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    organization_email_changes (id) {
        id -> Id,
        organization_id -> Id,
        email -> Sealed,
        token_hash -> Binary,
        asked_by -> Id,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, SealedBytes};
    organization_logos (organization_id) {
        organization_id -> Id,
        hash -> Text,
        content -> SealedBytes,
        width -> Integer,
        height -> Integer,
        uploaded_by -> Nullable<Id>,
        uploaded_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    acting_for (session_id) {
        session_id -> Id,
        organization_id -> Id,
        chosen_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    ownership_offers (id) {
        id -> Id,
        organization_id -> Id,
        offered_by -> Id,
        offered_to -> Id,
        afterwards -> Text,
        token_hash -> Binary,
        offered_at -> BigInt,
        expires_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    signature_declarations (id) {
        id -> Id,
        signature_id -> Nullable<Id>,
        prepared_id -> Nullable<Id>,
        revision_id -> Id,
        person_id -> Nullable<Id>,
        person_name -> Sealed,
        email -> Sealed,
        role -> Text,
        giving -> Text,
        words -> Sealed,
        declared_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    signature_links (token_hash) {
        token_hash -> Binary,
        signature_id -> Id,
        person_id -> Id,
        purpose -> Text,
        created_at -> BigInt,
        expires_at -> Nullable<BigInt>,
        used_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    authority_cases (id) {
        id -> Id,
        letter_id -> Id,
        signature_id -> Id,
        opened_at -> BigInt,
        settled_at -> Nullable<BigInt>,
        settled_by -> Nullable<Id>,
        outcome -> Nullable<Text>,
        reason -> Sealed,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    authority_voices (id) {
        id -> Id,
        case_id -> Id,
        person_id -> Nullable<Id>,
        person_name -> Sealed,
        says -> Text,
        words -> Sealed,
        said_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    queue_entries (id) {
        id -> Id,
        letter_id -> Id,
        signature_id -> Id,
        why -> Text,
        since -> BigInt,
        decided_at -> Nullable<BigInt>,
        decided_by -> Nullable<Id>,
        decision -> Nullable<Text>,
        reason -> Sealed,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    delivery_copies (id) {
        id -> Id,
        delivery_id -> Id,
        name -> Sealed,
        address -> Sealed,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, SealedBytes};
    second_factors (person_id) {
        person_id -> Id,
        secret -> SealedBytes,
        created_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
        last_step -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    recovery_codes (person_id, code_hash) {
        person_id -> Id,
        code_hash -> Binary,
        used_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    sign_in_steps (token_hash) {
        token_hash -> Binary,
        person_id -> Id,
        created_at -> BigInt,
        expires_at -> BigInt,
        wrong_codes -> Integer,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    known_devices (token_hash, person_id) {
        token_hash -> Binary,
        person_id -> Id,
        device -> Text,
        created_at -> BigInt,
        last_seen_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    email_changes (id) {
        id -> Id,
        person_id -> Id,
        new_email -> Sealed,
        new_token_hash -> Binary,
        old_token_hash -> Binary,
        created_at -> BigInt,
        takes_effect_at -> BigInt,
        expires_at -> BigInt,
        new_confirmed_at -> Nullable<BigInt>,
        old_confirmed_at -> Nullable<BigInt>,
        stopped_at -> Nullable<BigInt>,
        done_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    retentions (letter_id) {
        letter_id -> Id,
        months -> Integer,
        warned_at -> Nullable<BigInt>,
        erased_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::SealedBytes;
    evidence_keys (id) {
        id -> Text,
        public_key -> Binary,
        private_key -> SealedBytes,
        made_at -> BigInt,
        retired_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    evidence_logs (letter_id) {
        letter_id -> Id,
        origin -> Text,
        began_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    evidence_leaves (letter_id, position) {
        letter_id -> Id,
        position -> BigInt,
        event -> BigInt,
        kind -> Text,
        signature_id -> Nullable<Id>,
        line -> Nullable<BigInt>,
        leaf -> Text,
        hash -> Binary,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    evidence_nodes (letter_id, position) {
        letter_id -> Id,
        position -> BigInt,
        hash -> Binary,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed, SealedBytes};
    evidence_openings (letter_id, position) {
        letter_id -> Id,
        position -> BigInt,
        signature_id -> Id,
        salt -> Nullable<SealedBytes>,
        content -> Nullable<Sealed>,
        erased_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::Id;
    evidence_checkpoints (letter_id, size) {
        letter_id -> Id,
        size -> BigInt,
        note -> Text,
        signed_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    evidence_receipts (signature_id, event) {
        letter_id -> Id,
        event -> BigInt,
        signature_id -> Id,
        body -> Sealed,
        signed -> Binary,
        key_id -> Text,
        issued_at -> BigInt,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    organization_keys (organization_id, kind, value) {
        organization_id -> Id,
        kind -> Text,
        value -> Sealed,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    likeness_flags (id) {
        id -> Id,
        organization_id -> Id,
        other_id -> Nullable<Id>,
        reason -> Text,
        matched -> Sealed,
        raised_at -> BigInt,
        settled_at -> Nullable<BigInt>,
        settled_by -> Nullable<Id>,
        outcome -> Nullable<Text>,
        words -> Sealed,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    organization_claims (id) {
        id -> Id,
        organization_id -> Id,
        person_id -> Id,
        email -> Sealed,
        name -> Sealed,
        acronym -> Nullable<Sealed>,
        website -> Nullable<Sealed>,
        country -> Nullable<Text>,
        invitation_id -> Nullable<Id>,
        raised_at -> BigInt,
        kind -> Nullable<Text>,
        words -> Sealed,
        said_at -> Nullable<BigInt>,
        answer -> Sealed,
        answered_at -> Nullable<BigInt>,
        answered_by -> Nullable<Id>,
        settled_at -> Nullable<BigInt>,
        settled_by -> Nullable<Id>,
        outcome -> Nullable<Text>,
        reason -> Sealed,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    organization_suspensions (id) {
        id -> Id,
        organization_id -> Id,
        since -> BigInt,
        note -> Sealed,
        lifted_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    reports (id) {
        id -> Id,
        letter_id -> Nullable<Id>,
        organization_id -> Nullable<Id>,
        reason -> Text,
        words -> Sealed,
        email -> Nullable<Sealed>,
        raised_at -> BigInt,
        settled_at -> Nullable<BigInt>,
        settled_by -> Nullable<Id>,
        answer -> Sealed,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    operator_log (id) {
        id -> Id,
        happened_at -> BigInt,
        person_id -> Id,
        person_name -> Sealed,
        kind -> Text,
        about -> Sealed,
        why -> Sealed,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    api_tokens (id) {
        id -> Id,
        organization_id -> Id,
        person_id -> Id,
        name -> Sealed,
        scopes -> Text,
        token_hash -> Binary,
        created_at -> BigInt,
        expires_at -> BigInt,
        last_used_at -> Nullable<BigInt>,
        ended_at -> Nullable<BigInt>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    webhooks (id) {
        id -> Id,
        letter_id -> Nullable<Id>,
        organization_id -> Nullable<Id>,
        made_by -> Id,
        url -> Sealed,
        kinds -> Text,
        secret -> Sealed,
        former_secret -> Nullable<Sealed>,
        former_until -> Nullable<BigInt>,
        created_at -> BigInt,
        off_since -> Nullable<BigInt>,
        off_because -> Nullable<Text>,
    }
}

table! {
    use diesel::sql_types::*;
    use crate::db::{Id, Sealed};
    webhook_deliveries (id) {
        id -> Id,
        webhook_id -> Id,
        kind -> Text,
        body -> Sealed,
        letter_id -> Nullable<Id>,
        signature_id -> Nullable<Id>,
        created_at -> BigInt,
        attempts -> Integer,
        next_attempt_at -> BigInt,
        last_attempt_at -> Nullable<BigInt>,
        last_answer -> Nullable<Integer>,
        last_trouble -> Nullable<Text>,
        delivered_at -> Nullable<BigInt>,
        given_up_at -> Nullable<BigInt>,
    }
}

joinable!(delivered_files -> deliveries (delivery_id));
joinable!(former_slugs -> organizations (organization_id));
joinable!(organization_email_changes -> organizations (organization_id));
joinable!(organization_logos -> organizations (organization_id));
joinable!(acting_for -> organizations (organization_id));
joinable!(ownership_offers -> organizations (organization_id));
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
joinable!(translations -> revisions (revision_id));
joinable!(letter_groups -> coalitions (coalition_id));
joinable!(letter_events -> letters (letter_id));
joinable!(signatures -> letters (letter_id));
joinable!(signatures -> organizations (organization_id));
joinable!(signatures -> revisions (revision_id));
joinable!(signatures -> footnotes (footnote_id));
joinable!(signatures -> letter_groups (group_id));
joinable!(letter_log -> people (person_id));
joinable!(coordinator_invitations -> letters (letter_id));
joinable!(coordinator_invitations -> people (invited_by));
joinable!(invitations -> letters (letter_id));
joinable!(invitations -> coalitions (coalition_id));
joinable!(invitation_links -> invitations (invitation_id));
joinable!(reconsents -> signatures (signature_id));
joinable!(reconsents -> revisions (revision_id));
joinable!(reconsent_links -> reconsents (reconsent_id));
joinable!(member_invitations -> organizations (organization_id));
joinable!(prepared_signatures -> letters (letter_id));
joinable!(prepared_signatures -> organizations (organization_id));
joinable!(approval_links -> prepared_signatures (prepared_id));
joinable!(approval_links -> people (person_id));
joinable!(list_changes -> people (person_id));
joinable!(signature_evidence -> signatures (signature_id));
joinable!(signature_declarations -> signatures (signature_id));
joinable!(signature_declarations -> revisions (revision_id));
joinable!(signature_links -> signatures (signature_id));
joinable!(authority_cases -> signatures (signature_id));
joinable!(authority_cases -> letters (letter_id));
joinable!(authority_voices -> authority_cases (case_id));
joinable!(queue_entries -> signatures (signature_id));
joinable!(queue_entries -> letters (letter_id));
joinable!(delivery_copies -> deliveries (delivery_id));
joinable!(sign_in_steps -> people (person_id));
joinable!(known_devices -> people (person_id));
joinable!(email_changes -> people (person_id));
joinable!(retentions -> letters (letter_id));
joinable!(evidence_receipts -> signatures (signature_id));

joinable!(reports -> letters (letter_id));
joinable!(api_tokens -> organizations (organization_id));
joinable!(api_tokens -> people (person_id));
joinable!(webhook_deliveries -> webhooks (webhook_id));
joinable!(webhooks -> letters (letter_id));
joinable!(webhooks -> organizations (organization_id));
joinable!(organization_claims -> people (person_id));

allow_tables_to_appear_in_same_query!(
    draft_translations,
    translations,
    deliveries,
    delivered_files,
    imports,
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
    footnotes,
    letter_log,
    invitations,
    invitation_links,
    reconsents,
    reconsent_links,
    member_invitations,
    prepared_signatures,
    approval_links,
    coordinator_invitations,
    comments,
    list_changes,
    signature_evidence,
    distinct_signatures,
    organization_renewals,
    organization_verifications,
    organization_words,
    former_slugs,
    organization_email_changes,
    organization_logos,
    acting_for,
    ownership_offers,
    signature_declarations,
    signature_links,
    authority_cases,
    authority_voices,
    queue_entries,
    delivery_copies,
    second_factors,
    recovery_codes,
    sign_in_steps,
    known_devices,
    email_changes,
    retentions,
    evidence_logs,
    evidence_leaves,
    evidence_openings,
    evidence_receipts,
    organization_keys,
    likeness_flags,
    organization_claims,
    organization_suspensions,
    reports,
    operator_log,
    api_tokens,
    webhooks,
    webhook_deliveries,
);
