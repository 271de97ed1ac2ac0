//! Which student of the grades is which of a table: by ids, and only where none is known by the name.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::book::{Book, Kind, Row};
use crate::class::{Person, System};

/// What came of looking for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// The rows whose grade it is; more than one for a group.
    Rows(Vec<usize>),
    /// Nobody in the table.
    Nobody,
    /// Several rows could be meant, or somebody else is this row, too.
    Ambiguous(Vec<usize>),
}

/// One of those who handed something in together.
struct Member {
    known: Vec<(Kind, String)>,
    names: Vec<String>,
}

/// Finds everyone; rows are counted from 0 in the book's.
pub fn find(book: &Book, people: &[&Person]) -> Vec<Match> {
    let mut found: Vec<Match> = people.iter().map(|person| find_one(book, person)).collect();
    let mut takers: BTreeMap<usize, usize> = BTreeMap::new();
    for rows in &found {
        if let Match::Rows(rows) = rows {
            for row in rows {
                *takers.entry(*row).or_default() += 1;
            }
        }
    }
    for found in &mut found {
        if let Match::Rows(rows) = found
            && rows.iter().any(|row| takers[row] > 1)
        {
            *found = Match::Ambiguous(rows.clone());
        }
    }
    found
}

fn find_one(book: &Book, person: &Person) -> Match {
    let mut rows = BTreeSet::new();
    for member in members(book.system, person) {
        let found = rows_of(book, &member);
        match found.iter().next() {
            None => return Match::Nobody,
            Some(row) if found.len() == 1 => rows.insert(*row),
            Some(_) => return Match::Ambiguous(found.into_iter().collect()),
        };
    }
    Match::Rows(rows.into_iter().collect())
}

/// The rows that a member could be. Ids that name different rows are not to be believed, whichever comes first.
fn rows_of(book: &Book, member: &Member) -> BTreeSet<usize> {
    let rows = || book.rows.iter().enumerate();
    let is_known =
        |row: &Row| row.known.iter().any(|theirs| member.known.iter().any(|mine| is_same(mine, theirs)));
    let by_id: BTreeSet<usize> = rows().filter(|(_, row)| is_known(row)).map(|(at, _)| at).collect();
    if !by_id.is_empty() {
        return by_id;
    }
    let is_called = |row: &Row| spellings(&row.name).iter().any(|name| member.names.contains(name));
    rows().filter(|(_, row)| is_called(row)).map(|(at, _)| at).collect()
}

/// Login names and addresses are the same in any case.
fn is_same((kind, mine): &(Kind, String), (other, theirs): &(Kind, String)) -> bool {
    let (mine, theirs) = (mine.trim(), theirs.trim());
    let is_equal =
        if *kind == Kind::Login { mine.to_lowercase() == theirs.to_lowercase() } else { mine == theirs };
    kind == other && !mine.is_empty() && is_equal
}

fn members(book: System, person: &Person) -> Vec<Member> {
    let one = |known, names| vec![Member { known, names }];
    match person.system {
        // The id is the system's own: who is not in the table by it is not there, whatever somebody else's name is.
        Some(system) if system == book && !person.id.is_empty() => {
            one(vec![(Kind::Id, person.id.clone())], Vec::new())
        }
        Some(System::Gradescope) => {
            let list = |text: &str| text.split(", ").map(str::to_owned).collect::<Vec<_>>();
            let (ids, emails) = (list(&person.id), list(&person.email));
            let of = |id: &str, email: &str| {
                let kinds = [(Kind::Sis, id), (Kind::Login, id), (Kind::Login, email)];
                kinds.map(|(kind, text)| (kind, text.to_owned())).to_vec()
            };
            if ids.len() == emails.len() && ids.len() > 1 {
                let known = ids.iter().zip(&emails).map(|(id, email)| of(id, email));
                return known.map(|known| Member { known, names: Vec::new() }).collect();
            }
            one(of(&person.id, &person.email), spellings(&person.name))
        }
        Some(_) => one(Vec::new(), spellings(&name_in(&person.key, &person.id))),
        None => {
            let kinds = [Kind::Id, Kind::Sis, Kind::Login];
            one(kinds.map(|kind| (kind, person.key.clone())).to_vec(), spellings(&person.key))
        }
    }
}

/// The name in front of an id.
fn name_in(key: &str, id: &str) -> String {
    key.strip_suffix(id).map_or(key, |name| name.trim_end_matches('_')).to_owned()
}

/// A name as it is compared: letters alone, in the order in which it stands, and for `Last, First` the other, too.
fn spellings(name: &str) -> Vec<String> {
    let letters = |text: &str| -> String {
        text.nfc().flat_map(char::to_lowercase).filter(|letter| letter.is_alphanumeric()).collect()
    };
    let mut spellings = vec![letters(name)];
    if let Some((last, first)) = name.split_once(',') {
        spellings.push(letters(first) + &letters(last));
    }
    spellings.retain(|name| !name.is_empty());
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANVAS: &str = "\
Student,ID,SIS User ID,SIS Login ID,Section,Activations (7)
    Points Possible,,,,,100
\"Lovelace, Ada\",101,S1,ada@uni.example,A,
\"Noether, Emmy\",102,S2,enoether,A,
\"Lee, Ann\",103,104,alee,A,
\"Ann, Lee\",104,S4,lann,A,
\"Çelik, Zoë\",105,S5,zcelik,A,
";

    fn found(people: &[Person]) -> Vec<String> {
        let book = Book::read(CANVAS.into(), Some("Activations (7)")).expect("a book");
        let people: Vec<&Person> = people.iter().collect();
        let names = |rows: &[usize]| {
            let names = rows.iter().map(|row| book.rows[*row].name.split(',').next().unwrap_or_default());
            names.collect::<Vec<_>>().join("+")
        };
        let said = find(&book, &people).into_iter().map(|found| match found {
            Match::Rows(rows) => names(&rows),
            Match::Nobody => "nobody".to_owned(),
            Match::Ambiguous(rows) => format!("{}?", names(&rows)),
        });
        said.collect()
    }

    fn of(system: System, name: &str, id: &str) -> Person {
        let key = format!("{name}_{id}");
        Person { name: name.into(), id: id.into(), system: Some(system), ..Person::new(key) }
    }

    #[test]
    fn ids_come_first_then_names_and_doubt_is_said() {
        for (person, wanted) in [
            (of(System::Canvas, "lovelaceada", "101"), "Lovelace"),
            (of(System::Canvas, "lovelaceada", "999"), "nobody"),
            (of(System::Moodle, "Ada Lovelace", "102"), "Lovelace"),
            (of(System::Gradescope, "Somebody Else", "S2"), "Noether"),
            (of(System::Gradescope, "Ada Lovelace", ""), "Lovelace"),
            (Person::new("101".into()), "Lovelace"),
            (Person::new("ENOETHER".into()), "Noether"),
            (Person::new("ada@uni.example".into()), "Lovelace"),
            (Person::new("Emmy Noether".into()), "Noether"),
            (Person::new("noether_emmy".into()), "Noether"),
            (Person::new("Zoe\u{308} C\u{327}elik".into()), "Çelik"),
            (Person::new("Ann Lee".into()), "Lee+Ann?"),
            (Person::new("104".into()), "Lee+Ann?"), // One's own id, and another's in the university.
            (Person::new("Grace Hopper".into()), "nobody"),
            (Person::new("".into()), "nobody"),
        ] {
            assert_eq!(found(std::slice::from_ref(&person)), [wanted], "{person:?}");
        }
    }

    #[test]
    fn two_who_would_be_one_are_both_in_doubt_and_a_group_is_all_of_its_members() {
        let twice = [Person::new("enoether".into()), Person::new("Emmy Noether".into())];
        assert_eq!(found(&twice), ["Noether?", "Noether?"]);
        let mut group = of(System::Gradescope, "Ada Lovelace, Emmy Noether", "S1, S2");
        group.email = "ada@uni.example, emmy@uni.example".into();
        assert_eq!(found(std::slice::from_ref(&group)), ["Lovelace+Noether"]);
        group.id = "S1, S9".into();
        assert_eq!(found(&[group]), ["nobody"]);
    }
}
