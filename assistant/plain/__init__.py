"""Line mode: one question at a time, for screen readers, pipes and simple terminals."""
