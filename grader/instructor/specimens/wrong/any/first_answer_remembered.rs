//! The first answer is remembered and given to every later question.
//!
//! fails: some, answers_the_same_each_time

static FIRST: std::sync::OnceLock<Tensor> = std::sync::OnceLock::new();
FIRST.get_or_init(|| self.right(x)).clone()
