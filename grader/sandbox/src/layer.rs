//! The layers of a sandbox, each of which stops by itself, whatever becomes of the others.

use super::{Failed, Missing};

/// A kind of lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// A root folder, a network and a host of its own, with nothing in them but what is needed.
    Namespaces,
    /// No privileges, and no way to get any; a worker of root is another user.
    Rights,
    /// Bounds on memory, time, files and threads.
    Limits,
    /// Which files may be opened and run, and no TCP.
    Landlock,
    /// Which system calls may be made, and with what.
    Seccomp,
}

impl Layer {
    /// All there are, in the order in which they are put on: each takes from a process what the ones before it need.
    pub const ALL: [Self; 5] = [Self::Namespaces, Self::Rights, Self::Limits, Self::Landlock, Self::Seccomp];

    /// Its name in arguments and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Namespaces => "namespaces",
            Self::Rights => "rights",
            Self::Limits => "limits",
            Self::Landlock => "landlock",
            Self::Seccomp => "seccomp",
        }
    }
}

/// Which layers to put on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Those that this system offers.
    Offered,
    /// These; without any one of them nothing runs.
    Exactly(Vec<Layer>),
}

impl Wanted {
    /// Reads names of layers, with commas between them.
    ///
    /// # Errors
    /// With a name that no layer has.
    pub fn exactly(names: &str) -> Result<Self, Failed> {
        let layer = |name: &str| {
            let found = Layer::ALL.into_iter().find(|layer| layer.name() == name);
            found.ok_or_else(|| format!("there is no layer `{name}`"))
        };
        let names = names.split(',').filter(|name| !name.is_empty());
        names.map(layer).collect::<Result<_, _>>().map(Self::Exactly)
    }
}

/// What a process has been locked with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Locks {
    /// The layers that are on.
    pub layers: Vec<Layer>,
    /// Layers that are not on, and why this system does not offer them.
    pub absent: Vec<(Layer, String)>,
    /// What no layer that is on covers.
    pub missing: Vec<Missing>,
}

impl Locks {
    /// A line for each of them: `layer NAME`, `absent NAME: WHY` or `missing WORDS`.
    pub fn lines(&self) -> String {
        let layers = self.layers.iter().map(|layer| format!("layer {}\n", layer.name()));
        let absent = self.absent.iter().map(|(layer, why)| format!("absent {}: {why}\n", layer.name()));
        let missing = self.missing.iter().map(|missing| format!("missing {missing}\n"));
        layers.chain(absent).chain(missing).collect()
    }
}

#[cfg(target_os = "linux")]
impl Locks {
    /// Whether a layer is on.
    pub(crate) fn has(&self, layer: Layer) -> bool {
        self.layers.contains(&layer)
    }

    /// Puts a layer on, if it is wanted. `lock` tells why this system does not offer it, where it does not.
    pub(crate) fn put_on(
        &mut self,
        wanted: &Wanted,
        layer: Layer,
        lock: impl FnOnce() -> Offered,
    ) -> Result<(), Failed> {
        if matches!(wanted, Wanted::Exactly(layers) if !layers.contains(&layer)) {
            return Ok(());
        }
        match (lock()?, wanted) {
            (None, _) => self.layers.push(layer),
            (Some(why), Wanted::Offered) => self.absent.push((layer, why)),
            (Some(why), Wanted::Exactly(_)) => return Err(format!("{}: {why}", layer.name())),
        }
        Ok(())
    }
}

/// Why this system does not offer a lock; none where the lock is on.
#[cfg(target_os = "linux")]
pub(crate) type Offered = Result<Option<String>, Failed>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back_and_others_are_refused() {
        let names: Vec<&str> = Layer::ALL.iter().map(|layer| layer.name()).collect();
        assert_eq!(Wanted::exactly(&names.join(",")), Ok(Wanted::Exactly(Layer::ALL.to_vec())));
        assert_eq!(Wanted::exactly(""), Ok(Wanted::Exactly(vec![])));
        assert!(Wanted::exactly("seccomp,tea").is_err_and(|why| why.contains("`tea`")));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_layer_that_is_not_offered_is_left_out_or_ends_all_where_it_is_demanded() {
        let lacking = || Ok(Some("an old kernel".to_owned()));
        let mut locks = Locks::default();
        locks.put_on(&Wanted::Offered, Layer::Seccomp, lacking).expect("left out");
        locks.put_on(&Wanted::Offered, Layer::Limits, || Ok(None)).expect("put on");
        let exactly = Wanted::Exactly(vec![Layer::Seccomp]);
        locks.put_on(&exactly, Layer::Rights, || panic!("not wanted")).expect("left out");
        assert_eq!(locks.lines(), "layer limits\nabsent seccomp: an old kernel\n");
        let refused = locks.put_on(&exactly, Layer::Seccomp, lacking);
        assert_eq!(refused, Err("seccomp: an old kernel".to_owned()));
    }
}
