"""Recording a call from its window."""
