"""What authors of rulesets need: examples and tests tried, phrases that nothing exercises, mistakes that load."""
