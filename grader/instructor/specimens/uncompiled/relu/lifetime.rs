//! A reference to what has gone.
//!
//! diagnosis: none

let r;
{
    let y = x.clone();
    r = &y;
}
r.clone()
