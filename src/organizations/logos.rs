//! An organization's logo: a picture from outside, read with limits and written anew.
//!
//! What is kept and served is never what was sent. The bytes are recognised by what they are, not by
//! their name; their measurements are looked at before a pixel is decoded; and what is written is a
//! small PNG of the pixels alone, without a place where the camera stood, a second file behind the
//! first, or a script.

use std::io::Cursor;

use diesel::prelude::*;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use sha2::{Digest, Sha256};

use super::colleagues::{ColleagueError, hold_owned};
use super::slugs;
use crate::db::{Tx, on, sealed_bytes};
use crate::error::Fault;
use crate::ids::{OrganizationId, PersonId, Slug, hex};
use crate::schema::{organization_logos as logos, organizations};

/// The most pixels of a side, and in all: those of a good telephone's camera.
const LONGEST_SIDE: u32 = 8_000;
const MOST_PIXELS: u64 = 16_000_000;
/// What decoding may take: sixteen million pixels of eight bytes.
const MOST_MEMORY: u64 = 128 * 1024 * 1024;
/// The longest side of what is kept: twice what is shown, for fine screens.
const KEPT_SIDE: u32 = 256;

/// A logo as it is kept.
pub(super) struct Logo {
    png: Vec<u8>,
    width: i32,
    height: i32,
}

/// Why a file is no logo.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum LogoError {
    /// It is none of the pictures that are taken, whatever it is called.
    NotAPicture,
    /// It has very many pixels.
    TooManyPixels,
    /// It ends early, or contradicts itself.
    Broken,
}

impl Logo {
    /// Reads a picture and makes the logo. Takes its time: not for a thread that answers requests.
    pub fn read(sent: &[u8]) -> Result<Self, LogoError> {
        let format = image::guess_format(sent).map_err(|_| LogoError::NotAPicture)?;
        if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP) {
            return Err(LogoError::NotAPicture);
        }
        let mut limits = Limits::default();
        limits.max_alloc = Some(MOST_MEMORY);
        let mut reader = ImageReader::with_format(Cursor::new(sent), format);
        reader.limits(limits.clone());
        let mut decoder = reader.into_decoder().map_err(refused)?;
        let (width, height) = decoder.dimensions();
        let pixels = u64::from(width) * u64::from(height);
        if width.max(height) > LONGEST_SIDE || pixels > MOST_PIXELS || decoder.total_bytes() > MOST_MEMORY {
            return Err(LogoError::TooManyPixels);
        }
        decoder.set_limits(limits).map_err(refused)?;
        let turned = decoder.orientation().map_err(refused)?;
        let mut picture = DynamicImage::from_decoder(decoder).map_err(refused)?;
        picture.apply_orientation(turned); // it stands in what is not kept
        if picture.width().max(picture.height()) > KEPT_SIDE {
            picture = picture.resize(KEPT_SIDE, KEPT_SIDE, FilterType::Lanczos3);
        }
        let picture = picture.to_rgba8();
        let mut png = Vec::new();
        picture.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).map_err(refused)?;
        let side = |pixels: u32| i32::try_from(pixels).map_err(|_| LogoError::TooManyPixels);
        Ok(Self { width: side(picture.width())?, height: side(picture.height())?, png })
    }
}

fn refused(error: image::ImageError) -> LogoError {
    match error {
        image::ImageError::Limits(_) => LogoError::TooManyPixels,
        _ => LogoError::Broken,
    }
}

/// Where a logo is, and how large.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct LogoPlace {
    /// The part of its address that changes when it does.
    pub hash: String,
    /// Its width in pixels.
    pub width: i32,
    /// Its height in pixels.
    pub height: i32,
}

/// The logo of an organization, if it has one.
///
/// # Errors
/// A fault of the database.
pub fn logo_of(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Option<LogoPlace>, Fault> {
    Ok(on!(tx, c => logos::table
        .find(organization)
        .select((logos::hash, logos::width, logos::height))
        .first(c)
        .optional())?)
}

/// The picture at an address; none at one that it had before, and none of a protected organization.
pub(super) fn find_logo(tx: &mut Tx<'_>, slug: &Slug, hash: &str) -> Result<Option<Vec<u8>>, Fault> {
    let Some(organization) = slugs::whose(tx, slug)? else { return Ok(None) };
    Ok(on!(tx, c => logos::table
        .inner_join(organizations::table)
        .filter(logos::organization_id.eq(organization).and(organizations::protected_at.is_null()))
        .filter(logos::hash.eq(hash))
        .select(logos::content)
        .first(c)
        .optional())?)
}

/// An owner gives the organization a logo, or another one.
pub(super) fn set_logo(
    tx: &mut Tx<'_>,
    owner: PersonId,
    slug: &Slug,
    logo: &Logo,
) -> Result<(), ColleagueError> {
    let organization = hold_owned(tx, owner, slug)?;
    on!(tx, c => diesel::delete(logos::table.find(organization.id)).execute(c))?;
    let digest = Sha256::digest(&logo.png);
    let row = (
        logos::organization_id.eq(organization.id),
        logos::hash.eq(hex(digest.get(..12).unwrap_or_default())),
        logos::content.eq(sealed_bytes(&logo.png)),
        logos::width.eq(logo.width),
        logos::height.eq(logo.height),
        logos::uploaded_by.eq(owner),
        logos::uploaded_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(logos::table).values(row).execute(c))?;
    Ok(())
}

/// An owner takes the logo away; its address answers no more.
pub(super) fn remove_logo(tx: &mut Tx<'_>, owner: PersonId, slug: &Slug) -> Result<(), ColleagueError> {
    let organization = hold_owned(tx, owner, slug)?;
    on!(tx, c => diesel::delete(logos::table.find(organization.id)).execute(c))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgba, RgbaImage};
    use proptest::prelude::*;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let pixels = RgbaImage::from_fn(width, height, |x, _| Rgba([x as u8, 90, 70, 255]));
        let mut bytes = Vec::new();
        let pixels = DynamicImage::from(pixels);
        let pixels = if format == ImageFormat::Jpeg { DynamicImage::from(pixels.to_rgb8()) } else { pixels };
        pixels.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    fn refusal(sent: &[u8]) -> LogoError {
        Logo::read(sent).err().unwrap()
    }

    #[test]
    fn each_kind_of_picture_becomes_a_small_png() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let logo = Logo::read(&picture(600, 300, format)).ok().unwrap();
            assert_eq!((logo.width, logo.height), (256, 128), "{format:?}");
            assert_eq!(image::guess_format(&logo.png).unwrap(), ImageFormat::Png);
            assert!(logo.png.len() < 100_000);
        }
        let small = Logo::read(&picture(20, 10, ImageFormat::Png)).ok().unwrap();
        assert_eq!((small.width, small.height), (20, 10), "a small one is not blown up");
    }

    #[test]
    fn what_is_no_picture_is_refused_whatever_it_is_called() {
        for sent in [
            "<!doctype html><script>alert(1)</script>",
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "GIF89a\x01\0\x01\0\0\0\0;",
            "BM\0\0",
            "%PDF-1.7",
            "",
            "P6 1 1 255 aaa",
        ] {
            assert_eq!(refusal(sent.as_bytes()), LogoError::NotAPicture, "{sent}");
        }
    }

    #[test]
    fn measurements_are_refused_before_a_pixel_is_decoded() {
        let mut png = picture(2, 2, ImageFormat::Png);
        // The header's measurements, with a checksum that fits.
        png[16..24].copy_from_slice(&[30_000_u32.to_be_bytes(), 30_000_u32.to_be_bytes()].concat());
        let sum = flate2::Crc::new();
        let mut sum = sum;
        sum.update(&png[12..29]);
        let sum = sum.sum().to_be_bytes();
        png[29..33].copy_from_slice(&sum);
        assert_eq!(refusal(&png), LogoError::TooManyPixels);
    }

    #[test]
    fn half_a_picture_is_none() {
        for format in [ImageFormat::Png, ImageFormat::WebP] {
            let whole = picture(300, 300, format);
            assert_eq!(refusal(&whole[..whole.len() / 2]), LogoError::Broken, "{format:?}");
        }
    }

    #[test]
    fn nothing_but_the_picture_is_kept() {
        let mut sent = picture(40, 40, ImageFormat::Png);
        sent.extend_from_slice(b"<script>alert(1)</script>");
        let logo = Logo::read(&sent).ok().unwrap();
        assert!(!logo.png.windows(7).any(|bytes| bytes == b"<script"));

        // A JPEG with an Exif block that says where the camera stood, and that it lay on its side.
        let jpeg = picture(40, 20, ImageFormat::Jpeg);
        let exif =
            b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS 36.2021 37.1343";
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let sent = [&jpeg[..2], &[0xff, 0xe1], &length, exif, &jpeg[2..]].concat();
        let logo = Logo::read(&sent).ok().unwrap();
        assert!(!logo.png.windows(4).any(|bytes| bytes == b"Exif" || bytes == b"GPS " || bytes == b"eXIf"));
        assert_eq!((logo.width, logo.height), (20, 40), "it stands as the camera was held");
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_fall_over(at in 0_usize..400, byte in any::<u8>(), kind in 0_usize..3) {
            let format = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP][kind];
            let mut sent = picture(12, 9, format);
            let at = at % sent.len();
            sent[at] = byte;
            let _ = Logo::read(&sent);
        }
    }
}
