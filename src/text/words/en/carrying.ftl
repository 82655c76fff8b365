# The words of carrying: a public letter on pages, in programs and calendars of others.
carrying-share = Share and carry away
carrying-share-title = Share: { $title }
carrying-link = Pass it on
carrying-link-address = The address of this letter
carrying-share-here = Share from this device
carrying-by-mail = Mail
carrying-services = These are plain links to services of others. Nothing of them is on this page, and they learn nothing unless you follow one.
carrying-embed = On your own page
carrying-embed-what = A frame with the title, how many signed and the way to the letter. It stays right by itself, sets no cookie and counts nobody.
carrying-embed-look = See it on its own
carrying-embed-script = One line, which fits its own height
carrying-embed-frame = A frame without any script
carrying-badge = The count as a badge
carrying-badge-what = A small picture of how many signed, as it stands at the moment.
carrying-files = As a file
carrying-file-pdf = For paper and for reading aloud
carrying-file-docx = For a word processor
carrying-file-text = Plain text
carrying-file-markdown = Text with its marks
carrying-file-list = The list as a table
carrying-file-json = The letter and its list for programs
carrying-file-schema = The form of that, for whoever writes such a program
carrying-file-card = The picture beside links to it
carrying-feeds = Kept up to date
carrying-feed-signatories = A feed of who signs and who withdraws
carrying-new-letters = New open letters
carrying-calendar = The deadline for your calendar
carrying-deadline-of = Last day to sign: { $title }
carrying-copy = Copy
carrying-copied = Copied
carrying-read-letter = Read the letter
carrying-more-names = { $count ->
    [one] and { $count } other organization
   *[other] and { $count } other organizations
}
carrying-more-headings = { $count ->
    [one] and { $count } other heading
   *[other] and { $count } other headings
}
carrying-oembed-size = The size is a number of dots above zero.
carrying-oembed-address = The address of a letter is missing.
